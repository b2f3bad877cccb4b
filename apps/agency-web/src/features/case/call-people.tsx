import { useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

/** Whom to ask for at a company, who approves payments first; each with his own number. */
export function CallPeople({ theCase, mayDial }: { theCase: CaseStory; mayDial: boolean }) {
  const t = useT();
  const { label } = useLabels();
  const { contacts } = theCase.debtorFile;
  if (contacts.length === 0) return null;
  return (
    <div className="call-people">
      <p className="soft">{t('people.ask')}</p>
      <ul>
        {contacts.slice(0, 5).map(({ id, name, role, phone, approvalOrder, approvalNote }) => (
          <li key={id}>
            <strong>{name}</strong> <span className="soft">{label('ContactRole', role)}</span>
            {approvalOrder !== null && ` · ${t('people.approves', { order: approvalOrder })}`}
            {phone && ' · '}
            {phone && (mayDial ? <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> : <span className="soft">{phone}</span>)}
            {approvalNote && <small className="block soft">{approvalNote}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is missing in the file is asked for while somebody is on the line. */
export function AskFor({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const { label } = useLabels();
  const { missing } = theCase.debtorFile;
  if (missing.length === 0) return null;
  return (
    <p className="ask-for">
      <strong>{t('quality.askNow')}</strong>{' '}
      {missing
        .slice(0, 3)
        .map(({ code }) => label('DataGap', code))
        .join(', ')}
    </p>
  );
}
