import { letterHtmlOf } from '../template/letter-layout';
import { onOneLine } from '../template/liquid-engine';
import { type Block, blocksOf, fill, lateBlocks, type MessageContext, word } from '../template/message-blocks';
import type { MessageFacts, MessageLanguage, MessageTheme, MoneyText } from '../template/message-facts';
import { dayText, isSome, labelled, moneyText, shortDay } from '../template/message-format';
import { scopeOf } from '../template/message-scope';
import { fixedTexts } from '../template/message-texts';
import { senderOf } from '../template/render-message';
import { statementTexts, type StatementTexts } from './statement-texts';

/** One document of the account, paid or not. */
export interface StatementLine {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: MoneyText;
  readonly paid: MoneyText;
  readonly open: MoneyText;
  readonly state: keyof StatementTexts['states'];
}

export interface StatementRequest {
  readonly language: MessageLanguage;
  readonly facts: MessageFacts;
  readonly theme: MessageTheme;
  readonly lines: readonly StatementLine[];
  readonly payments: ReadonlyArray<{ readonly on: string; readonly amount: MoneyText }>;
  readonly contested: MoneyText;
}

/**
 * Relevé de compte on the letterhead of whoever speaks: every invoice, every payment, what is left and how to transfer it.
 * Pure; A4 HTML for PdfPrinter. It asks for nothing, so it needs no mention of R124-4 beyond who speaks.
 */
export function renderStatement({ language, facts, theme, lines, payments, contested }: StatementRequest): string {
  const words = statementTexts[language];
  const context: MessageContext = { facts, scope: scopeOf(facts), language, channel: 'letter', asked: facts.totals.open };
  const { columns } = words;
  const money = (amount: MoneyText) => moneyText(amount, language);
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.asOf.replace('{day}', dayText(facts.today, language)) },
    { kind: 'amount', label: words.total, value: money(facts.totals.open) },
    {
      kind: 'table',
      title: words.invoices,
      columns: [columns.number, columns.issued, columns.due, columns.state, columns.amount, columns.paid, columns.open],
      rows: lines.map((line) => [
        onOneLine(line.number),
        shortDay(line.issuedOn, language),
        shortDay(line.dueOn, language),
        words.states[line.state],
        money(line.amount),
        money(line.paid),
        money(line.open),
      ]),
      total: [
        isSome(contested) ? `${words.total} (${labelled(words.contested, money(contested), language)})` : words.total,
        money(facts.totals.open),
      ],
    },
    ...(payments.length > 0
      ? [
          {
            kind: 'table' as const,
            title: words.payments,
            columns: [columns.day, columns.amount],
            rows: payments.map(({ on, amount }) => [dayText(on, language), money(amount)]),
            total: null,
          },
        ]
      : []),
    ...lateBlocks(context),
    ...(isSome(facts.totals.open) ? blocksOf('[transfer]', context) : []),
  ];
  return letterHtmlOf({
    language,
    title: words.title,
    theme,
    blocks,
    sender: senderOf(facts, language),
    logo: facts.speaker.hat === 'client_name' ? facts.brand.logo : null,
    recipient: [facts.debtor.name, ...facts.debtor.addressLines].map(onOneLine).slice(0, 6),
    placeAndDay: dayText(facts.today, language),
    references: [[word('caseReference', language), facts.case.reference]],
    greeting: null,
    closing: [fill(fixedTexts[language].signature, context)],
    footer: fill(fixedTexts[language].sentBy, context),
    pageWord: word('page', language),
    font: facts.brand.font,
  });
}
