import { Badge, Button, Card, newIdempotencyKey, useErrorSentence, useLabels, useToast } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { DismissContactDocument } from './debtor-file.documents';
import { KeepContactDialog } from './keep-contact.dialog';
import { type CaseStory, useCaseWrite } from './use-case';

export type Contact = CaseStory['debtorFile']['contacts'][number];

/** Interlocuteurs of a company: who approves payments first, then the others. */
export function PeopleCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const sentence = useErrorSentence();
  const write = useCaseWrite(t('people.dismissed'));
  const [changed, setChanged] = useState<Contact | 'new' | null>(null);
  const { contacts } = theCase.debtorFile;
  const mayKeep = theCase.nextActions.some(({ action, allowed }) => action === 'keepContact' && allowed);
  if (theCase.debtor.kind === 'PERSON') return null;
  const dismiss = (contactId: string) =>
    void write(DismissContactDocument, { input: { caseId: theCase.id, contactId, idempotencyKey: newIdempotencyKey() } }).catch(
      (error: unknown) => toast({ text: sentence(error) }),
    );
  return (
    <Card
      title={
        <>
          {t('people.title')} <span className="count">{contacts.length}</span>
        </>
      }
      actions={
        mayKeep && (
          <Button kind="quiet" onClick={() => setChanged('new')}>
            {t('people.add')}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <p className="soft">{t('people.none')}</p>}
      <ul className="people">
        {contacts.map((one) => (
          <li key={one.id}>
            <p className="cluster">
              <strong>{one.name}</strong> <span className="soft">{label('ContactRole', one.role)}</span>
              {one.approvalOrder !== null && <Badge tone="ok">{t('people.approves', { order: one.approvalOrder })}</Badge>}
            </p>
            <p>
              {one.phone && <a href={`tel:${one.phone.replace(/[^+\d]/g, '')}`}>{one.phone}</a>}
              {one.phone && one.email && ' · '}
              {one.email}
              {one.language && one.language !== theCase.debtor.language && ` · ${label('DebtorLanguage', one.language)}`}
            </p>
            {one.approvalNote && <p className="soft">{one.approvalNote}</p>}
            {mayKeep && (
              <p className="cluster">
                <Button kind="quiet" aria-label={`${t('people.change')} ${one.name}`} onClick={() => setChanged(one)}>
                  {t('people.change')}
                </Button>
                <Button kind="quiet" aria-label={`${t('people.dismiss')} ${one.name}`} onClick={() => dismiss(one.id)}>
                  {t('people.dismiss')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {changed && <KeepContactDialog theCase={theCase} {...(changed !== 'new' && { contact: changed })} onClose={() => setChanged(null)} />}
    </Card>
  );
}
