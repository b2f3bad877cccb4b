import type { MessageFacts, MessageLanguage, MoneyText } from './message-facts';
import { dayText, inFours, isSome, labelled, moneyText, typeset } from './message-format';
import { fillTemplate, onOneLine } from './liquid-engine';
import type { MessageScope } from './message-scope';
import { fixedTexts, type FixedWord } from './message-texts';
import { TemplateInvalid } from './template.errors';

/** A message before it is laid out: plain texts only, escaped later as a whole by each layout. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'small'; readonly title: string | null; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'amount'; readonly label: string; readonly value: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: ReadonlyArray<readonly string[]>;
      readonly total: readonly [string, string] | null;
    }
  | {
      readonly kind: 'pairs';
      readonly title: string;
      readonly rows: ReadonlyArray<readonly [string, string]>;
      readonly picture: { readonly dataUri: string; readonly alt: string; readonly hint: string } | null;
      readonly after: string | null;
    }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'access'; readonly text: string; readonly rows: ReadonlyArray<readonly [string, string]>; readonly qr: string | null }
  | { readonly kind: 'quote'; readonly title: string; readonly intro: string; readonly lines: readonly string[] }
  | { readonly kind: 'note'; readonly lines: readonly string[] };

export interface MessageContext {
  readonly facts: MessageFacts;
  readonly scope: MessageScope;
  readonly language: MessageLanguage;
  readonly channel: 'email' | 'letter';
  readonly asked: MoneyText; // what this message asks to transfer: all that is open, a promise, the first instalment
}

/** Reads the body of a template into blocks. It is cut before it is filled: no value can open a block of its own. */
export function blocksOf(body: string, context: MessageContext): Block[] {
  return body.split(/\n\s*\n/).flatMap((paragraph): Block[] => {
    const source = paragraph.trim();
    const part = /^\[(\w+)\]$/.exec(source)?.[1];
    if (part) return partOf(part, context);
    const isHeading = source.startsWith('# ');
    const text = fill(isHeading ? source.slice(2) : source, context)
      .replace(/\s*\n\s*/g, ' ')
      .trim();
    return text === '' ? [] : [{ kind: isHeading ? 'heading' : 'paragraph', text }];
  });
}

/** Fills one text of the message in its language. */
export function fill(source: string, { scope, language }: Pick<MessageContext, 'scope' | 'language'>): string {
  return typeset(fillTemplate(source, scope, language), language);
}

export function word(key: FixedWord, language: MessageLanguage): string {
  return typeset(fixedTexts[language].words[key], language);
}

function partOf(part: string, context: MessageContext): Block[] {
  const { facts, language, channel } = context;
  switch (part) {
    case 'amount':
      return [{ kind: 'amount', label: word('amountDue', language), value: moneyText(facts.totals.open, language) }];
    case 'invoices':
      return invoiceTable(context);
    case 'pay':
      return [channel === 'letter' ? accessBlock(context) : { kind: 'button', label: word('payButton', language), url: facts.case.link }];
    case 'open':
      return [channel === 'letter' ? accessBlock(context) : { kind: 'button', label: word('openButton', language), url: facts.case.link }];
    case 'transfer':
      return transferBlock(context);
    case 'note':
      return facts.note ? [{ kind: 'note', lines: facts.note.split(/\r?\n/).map((line) => onOneLine(line).trim()) }] : [];
    case 'payment':
      return paymentBlock(context);
    case 'instalments':
      return instalmentTable(context);
    default:
      throw new TemplateInvalid('UNKNOWN_PART', `[${part}] is no part of a message`, 'body');
  }
}

function invoiceTable({ facts, language }: MessageContext): Block[] {
  if (facts.invoices.length === 0) return [];
  const rows = facts.invoices.map(({ number, dueOn, open, disputed }) => [
    onOneLine(number) + (disputed ? ` (${word('disputed', language)})` : ''),
    dayText(dueOn, language),
    moneyText(open, language),
  ]);
  return [
    {
      kind: 'table',
      title: word('invoices', language),
      columns: [word('invoice', language), word('dueOn', language), word('open', language)],
      rows,
      total: null,
    },
  ];
}

function accessBlock(context: MessageContext): Block {
  const { facts, language } = context;
  const rows: Array<readonly [string, string]> = [
    [word('address', language), facts.case.enterAddress],
    [word('reference', language), facts.case.reference],
  ];
  if (facts.case.accessCode) rows.push([word('code', language), facts.case.accessCode]);
  return { kind: 'access', text: fill(fixedTexts[language].access, context), rows, qr: facts.case.enterQr ?? null };
}

function transferBlock(context: MessageContext): Block[] {
  const { facts, language, asked } = context;
  const { transfer } = facts;
  const isWhole = asked.amount === facts.totals.open.amount; // the QR code carries the whole amount
  if (!transfer) return [];
  const holder = onOneLine(transfer.holder);
  const isOther = ![facts.brand.name, facts.speaker.creditor.name].includes(transfer.holder);
  const rows: Array<readonly [string, string]> = [
    [word('holder', language), holder],
    ['IBAN', inFours(transfer.iban)],
    ['BIC', transfer.bic],
    [word('bankReference', language), inFours(transfer.reference)],
    [word('amount', language), moneyText(asked, language)],
  ];
  return [
    {
      kind: 'pairs',
      title: word('transfer', language),
      rows: rows.filter(([, value]) => value !== ''),
      picture:
        transfer.qrDataUri && isWhole
          ? { dataUri: transfer.qrDataUri, alt: word('qrAlt', language), hint: word('qrHint', language) }
          : null,
      after: isOther ? fill(fixedTexts[language].holder, context) : null,
    },
  ];
}

function paymentBlock({ facts, language }: MessageContext): Block[] {
  const { payment } = facts;
  if (!payment) return [];
  const rows: Array<readonly [string, string]> = [
    [word('amount', language), moneyText(payment.amount, language)],
    [word('received', language), dayText(payment.on, language)],
    [word('method', language), word(`method_${payment.method}`, language)],
    [word('caseReference', language), facts.case.reference],
    [word('receiptNumber', language), payment.receiptNumber],
    [word('openAfter', language), moneyText(payment.openAfter, language)],
  ];
  return [{ kind: 'pairs', title: word('payment', language), rows, picture: null, after: null }];
}

function instalmentTable({ facts, language }: MessageContext): Block[] {
  const { plan } = facts;
  if (!plan) return [];
  const rows = plan.instalments.map(({ on, amount }, i) => [String(i + 1), dayText(on, language), moneyText(amount, language)]);
  return [
    {
      kind: 'table',
      title: word('plan', language),
      columns: [word('instalment', language), word('day', language), word('amount', language)],
      rows,
      total: [word('total', language), moneyText(plan.total, language)],
    },
  ];
}

/** Interest, indemnity and penalty that have accrued, apart from what is asked for; to companies alone, whatever the facts say. */
export function lateBlocks(context: MessageContext): Block[] {
  const { facts, language } = context;
  const { late } = facts;
  if (!late || facts.debtor.kind !== 'company' || !isSome(late.total)) return [];
  const parts = [
    ['lateInterest', late.interest],
    ['lateIndemnity', late.indemnity],
    ['latePenalty', late.penalty],
  ] as const;
  return [
    {
      kind: 'table',
      title: word('late', language),
      columns: ['', word('amount', language)],
      rows: parts.filter(([, amount]) => isSome(amount)).map(([key, amount]) => [word(key, language), moneyText(amount, language)]),
      total: [word('lateTotal', language), moneyText(late.total, language)],
    },
    { kind: 'paragraph', text: fill(fixedTexts[language].late, context) },
  ];
}

/** The sum with its components, as R124-4 3° wants it: principal, interest, other accessories, nothing that stays with the creditor. */
export function claimTable(context: Pick<MessageContext, 'facts' | 'language'>): Block {
  const { language } = context;
  const rows = claimRows(context);
  return {
    kind: 'table',
    title: word('claim', language),
    columns: ['', word('amount', language)],
    rows: rows.slice(0, -1),
    total: rows.at(-1)!,
  };
}

/** The same in one sentence. */
export function claimLine(context: Pick<MessageContext, 'facts' | 'language'>): string {
  const { language } = context;
  return `${claimRows(context)
    .map(([label, value]) => labelled(label, value, language))
    .join(', ')}.`;
}

function claimRows({ facts, language }: Pick<MessageContext, 'facts' | 'language'>): Array<readonly [string, string]> {
  const { principal, interest, accessories, paid, open } = facts.totals;
  return [
    [word('principal', language), moneyText(principal, language)],
    [word('interest', language), moneyText(interest, language)],
    [word('accessories', language), moneyText(accessories, language)],
    ...(isSome(paid) ? [[word('paid', language), `\u2212${moneyText(paid, language)}`] as const] : []),
    [word('total', language), moneyText(open, language)],
  ];
}
