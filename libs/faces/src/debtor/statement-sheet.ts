import { statementTexts, type MessageLanguage } from '@amiable/outreach';
import type { Sheet } from '@amiable/platform';
import { stateOfLine, type ListedInvoice } from './invoice-list.rules';

/** The statement of account as a table: every invoice of the case with where it stands. */
export function statementSheet(
  lines: readonly ListedInvoice[],
  { currency, today, language }: { currency: string; today: string; language: MessageLanguage },
): Sheet {
  const { title, columns, states } = statementTexts[language];
  return {
    name: title,
    columns: [
      { title: columns.number, kind: 'text', width: 22 },
      { title: columns.issued, kind: 'day' },
      { title: columns.due, kind: 'day' },
      { title: columns.state, kind: 'text', width: 18 },
      { title: columns.amount, kind: 'amount' },
      { title: columns.paid, kind: 'amount' },
      { title: columns.open, kind: 'amount' },
      { title: columns.currency, kind: 'text', width: 8 },
      { title: columns.description, kind: 'text', width: 40 },
    ],
    rows: lines.map((line) => [
      line.number,
      line.issuedOn,
      line.dueOn,
      states[stateOfLine(line, today)],
      line.amount,
      line.amount - line.open,
      line.open,
      currency,
      line.description,
    ]),
  };
}
