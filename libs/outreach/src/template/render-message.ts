import type { MessageChannel, MessageFacts, MessageLanguage, MessageTheme } from './message-facts';
import { dayText } from './message-format';
import { emailHtmlOf } from './email-layout';
import legalTexts from './legal-texts.fr.json';
import { letterHtmlOf } from './letter-layout';
import { onOneLine } from './liquid-engine';
import { type Block, blocksOf, claimLine, claimTable, fill, lateBlocks, type MessageContext, word } from './message-blocks';
import { scopeOf } from './message-scope';
import { fixedTexts, type MessageText, messageTexts, type TemplateKey } from './message-texts';
import { plainTextOf } from './text-layout';
import { TemplateFactMissing, TemplateNeedsAgency, TemplateNeedsFirstLetter } from './template.errors';

export interface MessageRequest {
  readonly template: TemplateKey;
  readonly channel: MessageChannel;
  readonly language: MessageLanguage;
  readonly facts: MessageFacts; // the hat is that of facts.speaker
  readonly theme: MessageTheme;
  readonly text?: MessageText; // words of a client's own template instead of ours
}

export interface RenderedEmail {
  readonly channel: 'email';
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface RenderedLetter {
  readonly channel: 'letter';
  readonly title: string;
  readonly html: string; // A4, for PdfPrinter
  readonly carriesFirstLetterMentions: boolean; // true: this letter is one that R124-4 asks for
}

/** Letters that ask for payment carry all mentions of R124-4 in the agency's name; the first of them opens the way for the rest. */
const letterWithMentions: readonly TemplateKey[] = ['reminder_1', 'reminder_2', 'formal_notice'];
/** A receipt is owed for every payment (R124-6), and a reply to whoever asks, whatever was sent before. */
const owedInAnyCase: readonly TemplateKey[] = ['payment_receipt', 'receipt', 'attestation', 'answer_reply'];

/**
 * Renders one message, pure: the same request gives the same bytes.
 * Throws TemplateNeedsFirstLetter and TemplateNeedsAgency (agency hat, R124-4 CPCE), TemplateFactMissing, TemplateInvalid.
 */
export function renderMessage(request: MessageRequest & { readonly channel: 'email' }): RenderedEmail;
export function renderMessage(request: MessageRequest & { readonly channel: 'letter' }): RenderedLetter;
export function renderMessage(request: MessageRequest): RenderedEmail | RenderedLetter;
export function renderMessage(request: MessageRequest): RenderedEmail | RenderedLetter {
  const { template, channel, language, facts, theme } = request;
  needFacts(template, facts);
  const mentions = mandatoryMentions(template, channel, facts);
  const text = request.text ?? messageTexts[language][template];
  const fixed = fixedTexts[language];
  const context: MessageContext = { facts, scope: scopeOf(facts), language, channel, asked: askedAmount(template, facts) };
  const title = fill(text.title, context);
  const blocks = [...openingOf(mentions, context), ...blocksOf(text.body, context), ...endingOf(template, mentions, context)];
  const identity = fill(fixed.sentBy, context);
  const signature = fill(fixed.signature, context);
  if (channel === 'letter') {
    const html = letterHtmlOf({
      language,
      title,
      theme,
      blocks,
      sender: senderOf(facts, language),
      logo: facts.speaker.hat === 'client_name' ? facts.brand.logo : null,
      recipient: [facts.debtor.name, ...facts.debtor.addressLines].map(onOneLine).slice(0, 6),
      placeAndDay: dayText(facts.today, language),
      references: [
        [word('ourReference', language), facts.messageReference],
        [word('caseReference', language), facts.case.reference],
      ],
      greeting: template === 'receipt' ? null : fill(fixed.greeting, context),
      closing: template === 'receipt' ? [signature] : [fill(fixed.closing, context), signature],
      footer: identity,
      pageWord: word('page', language),
      font: facts.brand.font,
    });
    return { channel, title, html, carriesFirstLetterMentions: mentions.all };
  }
  const greeting: Block = { kind: 'paragraph', text: fill(fixed.greeting, context) };
  const closing: Block = { kind: 'paragraph', text: `${fill(fixed.closing, context)}\n${signature}` };
  const footer = [
    identity,
    `${word('caseReference', language)} ${facts.case.reference}`,
    fill(fixed.verify, context),
    fill(fixed.dataShort, context),
  ];
  const body = [greeting, ...blocks, closing];
  const subject = fill(text.subject, context);
  const preheader = fill(text.preheader, context);
  const html = emailHtmlOf({
    language,
    subject,
    preheader,
    title,
    theme,
    blocks: body,
    footer,
    sender: senderOf(facts, language).name,
    logo: facts.speaker.hat === 'client_name' ? (facts.brand.logoMail ?? facts.brand.logo) : null,
    font: facts.brand.font,
  });
  return {
    channel,
    subject,
    html,
    text: plainTextOf(title, [...body, ...footer.map((line): Block => ({ kind: 'paragraph', text: line }))], language),
  };
}

interface Mentions {
  readonly agency: boolean; // the agency speaks: say so and recall the first letter when there is one
  readonly all: boolean; // all items of R124-4, with the text of the law
}

/** R124-4 CPCE: what the agency must print, and what it may not send yet. */
function mandatoryMentions(template: TemplateKey, channel: MessageChannel, { speaker, case: theCase }: MessageFacts): Mentions {
  if (speaker.hat === 'client_name') return { agency: false, all: false };
  for (const field of ['name', 'address', 'email'] as const) if (!speaker.agency?.[field]) throw new TemplateNeedsAgency(`agency.${field}`);
  for (const field of ['name', 'address'] as const) if (!speaker.creditor[field]) throw new TemplateNeedsAgency(`creditor.${field}`);
  const all = channel === 'letter' && letterWithMentions.includes(template);
  if (!theCase.firstLetter && !all && !owedInAnyCase.includes(template)) throw new TemplateNeedsFirstLetter(template, channel);
  return { agency: true, all };
}

function needFacts(template: TemplateKey, facts: MessageFacts): void {
  const needed: Partial<Record<TemplateKey, ReadonlyArray<'payBy' | 'promise' | 'payment' | 'plan'>>> = {
    formal_notice: ['payBy'],
    promise_confirmation: ['promise'],
    payment_receipt: ['payment'],
    receipt: ['payment'],
    attestation: ['payment'],
    plan_confirmation: ['plan'],
  };
  for (const fact of needed[template] ?? []) if (!facts[fact]) throw new TemplateFactMissing(template, fact);
  if (facts.invoices.length === 0 && ['before_due', 'reminder_1', 'reminder_2', 'formal_notice'].includes(template))
    throw new TemplateFactMissing(template, 'invoices');
}

function askedAmount(template: TemplateKey, { promise, plan, totals }: MessageFacts) {
  if (template === 'promise_confirmation' && promise) return promise.amount;
  if (template === 'plan_confirmation' && plan?.instalments[0]) return plan.instalments[0].amount;
  return totals.open;
}

function openingOf(mentions: Mentions, context: MessageContext): Block[] {
  const fixed = fixedTexts[context.language];
  const sources = [mentions.agency && fixed.mandate, mentions.agency && context.facts.case.firstLetter && fixed.firstLetter];
  return sources.flatMap((source): Block[] => (source ? [{ kind: 'paragraph', text: fill(source, context) }] : []));
}

function endingOf(template: TemplateKey, mentions: Mentions, context: MessageContext): Block[] {
  const { language } = context;
  const french = inFrench(template, mentions, context);
  if (!mentions.all) return template === 'formal_notice' ? [...lateBlocks(context), ...french] : french;
  const fixed = fixedTexts[language];
  const law = legalTexts['L111-8-2-3'];
  return [
    claimTable(context),
    ...lateBlocks(context),
    { kind: 'paragraph', text: [fixed.basis, fixed.noCosts, fixed.howToPay].map((source) => fill(source, context)).join(' ') },
    ...french,
    { kind: 'quote', title: word('law', language), intro: fill(fixed.lawIntro, context), lines: law.text },
    { kind: 'small', title: word('data', language), text: fill(fixed.dataNotice, context) },
  ];
}

/**
 * What the law wants said stands in French too under a letter in another language: a translation of ours is no proof that it was
 * said (R124-4 CPCE, 1344 C. civ.). See docs/decisions/letters-in-other-languages.md.
 */
function inFrench(template: TemplateKey, mentions: Mentions, context: MessageContext): Block[] {
  const { language } = context;
  if (language === 'fr') return [];
  const { mandate, formalNotice, basis, noCosts, howToPay } = fixedTexts.fr;
  const said = (...sources: string[]) => sources.map((source) => fill(source, { scope: context.scope, language: 'fr' }));
  const lines = [
    ...(mentions.all ? said(mandate) : []),
    ...(template === 'formal_notice' ? said(formalNotice) : []),
    ...(mentions.all ? [...said(basis), claimLine({ ...context, language: 'fr' }), ...said(noCosts, howToPay)] : []),
  ];
  if (lines.length === 0) return [];
  return [{ kind: 'quote', title: word('french', language), intro: fill(fixedTexts[language].frenchIntro, context), lines }];
}

/** Name and address on the letterhead: the agency's under its hat, the brand's otherwise. */
export function senderOf({ speaker, brand }: MessageFacts, language: MessageLanguage): { name: string; lines: string[] } {
  const { name, address, phone, email } = speaker.hat === 'agency' && speaker.agency ? speaker.agency : brand;
  const reach = phone ? [`${word('phone', language)} ${phone}`] : [];
  return { name: onOneLine(name), lines: [address, ...reach, email].filter((line) => line !== '').map(onOneLine) };
}
