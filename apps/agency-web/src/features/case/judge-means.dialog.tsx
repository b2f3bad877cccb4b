import { FormDialog, Note, Select, useLabels } from '@amiable/web-kit';
import type { MeansConsent, MeansValidity } from '@documents';
import { useT } from '../../i18n/use-t';
import type { Means } from './debtor-card';
import { JudgeMeansDocument } from './debtor-file.documents';
import { type CaseStory, useCaseWrite } from './use-case';

const validities: readonly MeansValidity[] = ['GOOD', 'WRONG', 'BOUNCED'];
const consents: readonly MeansConsent[] = ['UNKNOWN', 'GIVEN', 'REFUSED'];

/** Moyen de contact: does it reach the debtor, and may it be used? */
export function JudgeMeansDialog({ theCase, means, onClose }: { theCase: CaseStory; means: Means; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const write = useCaseWrite(t('means.done'));
  const options = (name: 'MeansValidity' | 'MeansConsent', values: readonly string[]) =>
    values.map((value) => ({ value, label: label(name, value) }));
  return (
    <FormDialog
      title={t('means.change', { value: means.value })}
      submit={t('file.submit')}
      onClose={onClose}
      onSubmit={({ validity, consent }, idempotencyKey) =>
        write(JudgeMeansDocument, {
          input: {
            caseId: theCase.id,
            kind: means.kind,
            value: means.value,
            validity: validity as MeansValidity,
            consent: consent as MeansConsent,
            idempotencyKey,
          },
        })
      }
    >
      <Select
        label={t('means.validity')}
        name="validity"
        defaultValue={means.validity === 'FORMER' ? 'GOOD' : means.validity}
        options={options('MeansValidity', validities)}
        data-autofocus=""
      />
      <Select label={t('means.consent')} name="consent" defaultValue={means.consent} options={options('MeansConsent', consents)} />
      <Note>{t('means.effect')}</Note>
    </FormDialog>
  );
}
