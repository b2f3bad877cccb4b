import { FormDialog, Input, Select, Textarea, useLabels } from '@amiable/web-kit';
import type { ContactRole, DebtorLanguage } from '@documents';
import { useT } from '../../i18n/use-t';
import { KeepContactDocument } from './debtor-file.documents';
import type { Contact } from './people-card';
import { type CaseStory, useCaseWrite } from './use-case';

const roles: readonly ContactRole[] = ['ACCOUNTANT', 'DIRECTOR', 'BUYER', 'APPROVER', 'OTHER'];
const languages: readonly DebtorLanguage[] = ['FR', 'EN', 'DE', 'ES', 'IT', 'NL'];

/** Interlocuteur: whom to speak to at a company, and his place among those who approve payments. */
export function KeepContactDialog({ theCase, contact, onClose }: { theCase: CaseStory; contact?: Contact; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const write = useCaseWrite(t('people.done'));
  return (
    <FormDialog
      title={t(contact ? 'people.change' : 'people.add')}
      submit={t('file.submit')}
      onClose={onClose}
      onSubmit={({ name, role, language, email, phone, approvalOrder, approvalNote }, idempotencyKey) =>
        write(KeepContactDocument, {
          input: {
            caseId: theCase.id,
            contactId: contact?.id ?? null,
            expectedVersion: contact?.version ?? null,
            name: name!,
            role: role as ContactRole,
            language: (language || null) as DebtorLanguage | null,
            email: email || null,
            phone: phone || null,
            approvalOrder: approvalOrder ? Number(approvalOrder) : null,
            approvalNote: approvalNote || null,
            idempotencyKey,
          },
        })
      }
    >
      <Input
        label={t('people.name')}
        name="name"
        required
        maxLength={120}
        defaultValue={contact?.name}
        autoComplete="off"
        data-autofocus=""
      />
      <Select
        label={t('people.role')}
        name="role"
        defaultValue={contact?.role ?? 'ACCOUNTANT'}
        options={roles.map((value) => ({ value, label: label('ContactRole', value) }))}
      />
      <Input type="tel" label={t('file.phone')} name="phone" maxLength={40} defaultValue={contact?.phone ?? ''} autoComplete="off" />
      <Input
        label={t('file.email')}
        name="email"
        inputMode="email"
        maxLength={254}
        defaultValue={contact?.email ?? ''}
        autoComplete="off"
      />
      <Select
        label={t('people.languageOf')}
        name="language"
        defaultValue={contact?.language ?? ''}
        options={[{ value: '', label: t('people.same') }, ...languages.map((value) => ({ value, label: label('DebtorLanguage', value) }))]}
      />
      <Input
        type="number"
        min={1}
        max={9}
        label={t('people.order')}
        hint={t('people.orderHint')}
        name="approvalOrder"
        defaultValue={contact?.approvalOrder ?? ''}
      />
      <Textarea label={t('people.note')} name="approvalNote" optional rows={2} maxLength={500} defaultValue={contact?.approvalNote ?? ''} />
    </FormDialog>
  );
}
