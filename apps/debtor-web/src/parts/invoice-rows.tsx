import type { ListedLine } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { DocumentLink } from './document-link';
import { Hidden } from './layout';

/**
 * The lines of one page of the list; a box before each that may be paid or answered. The roles are said aloud: on a narrow screen
 * the rows are laid out as a grid, and a browser would forget that they are rows.
 */
export function InvoiceRows({ lines, mayChoose }: { lines: readonly ListedLine[]; mayChoose: boolean }) {
  const { t } = useFrame();
  return (
    <table className="lines listed" role="table">
      <caption className="vh">{t('company.caption')}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{t('company.choose')}</th>
          <th scope="col">{t('claimed.invoice')}</th>
          <th scope="col">{t('claimed.open')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.key} line={line} mayChoose={mayChoose} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line, mayChoose }: { line: ListedLine; mayChoose: boolean }) {
  const { t, money, day } = useFrame();
  const id = `i-${line.key}`;
  const isPart = line.open.amount !== line.amount.amount;
  return (
    <tr role="row">
      <td className="pick" role="cell">
        {mayChoose && line.choosable && (
          <input
            type="checkbox"
            name="i"
            id={id}
            value={line.key}
            defaultChecked={line.chosen}
            data-cents={line.open.amount.replace('.', '')}
          />
        )}
      </td>
      <th scope="row" role="rowheader">
        {mayChoose && line.choosable ? <label htmlFor={id}>{line.number}</label> : line.number}{' '}
        <span className="tag">{stateWords(line, t, day)}</span>
        <span className="small">{t('company.days', { issued: day(line.issuedOn), due: day(line.dueOn) })}</span>
        {line.document && <DocumentLink document={line.document} number={line.number} />}
      </th>
      <td role="cell">
        {money(line.open)}
        {isPart && line.state !== 'settled' && (
          <span className="small">
            <Hidden>{t('company.of')} </Hidden>/ {money(line.amount)}
          </span>
        )}
      </td>
    </tr>
  );
}

function stateWords(line: ListedLine, t: Words['t'], day: Words['day']): string {
  switch (line.state) {
    case 'settled':
      return t('lineState.settled');
    case 'disputed':
      return t('lineState.disputed');
    case 'in_process':
      return t('lineState.inProcess', { day: day(line.answeredFor!) });
    case 'promised':
      return t('lineState.promised', { day: day(line.answeredFor!) });
    case 'overdue':
      return t('lineState.overdue');
    case 'due':
      return t('lineState.due');
  }
}
