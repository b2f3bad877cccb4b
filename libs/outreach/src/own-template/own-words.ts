import type { ReadDb } from '@amiable/platform';
import { Refusal } from '@amiable/kernel';
import type { MessageCase } from '../message/gather-facts';
import type { MessageFacts, MessageLanguage } from '../template/message-facts';
import { fill } from '../template/message-blocks';
import { scopeOf } from '../template/message-scope';
import type { MessageText, TemplateKey } from '../template/message-texts';
import { unlawfulOnceFilled } from './lint-template.rules';
import { passagesOf } from './template-passages.rules';
import { type ActiveTemplate, activeTemplates } from './template.queries';

/** On this case the client's own words come out as something the law does not let us say: the message stays in the house. */
export class TemplateUnlawful extends Refusal {
  constructor(words: string, article: string, rule: string) {
    super('TEMPLATE_UNLAWFUL', { words, article, rule });
  }
}

/**
 * The client's own words in service for kinds of message of a case, judged once more as they come out on it (the lint at the door).
 * A kind that is not in the answer has our standard words. Throws TemplateUnlawful, TemplateInvalid.
 */
export async function ownWords<Key extends TemplateKey>(
  db: ReadDb,
  known: MessageCase,
  language: MessageLanguage,
  facts: MessageFacts,
  ...templates: readonly Key[]
): Promise<Partial<Record<Key, ActiveTemplate>>> {
  const own = await activeTemplates(db, known.theCase, language, templates);
  for (const { text } of Object.values<ActiveTemplate>(own as Record<string, ActiveTemplate>)) requireLawful(text, known, language, facts);
  return own;
}

function requireLawful(
  text: MessageText,
  { theCase, debtor, brand, client, agency }: MessageCase,
  language: MessageLanguage,
  facts: MessageFacts,
): void {
  const scope = scopeOf(facts);
  const words = passagesOf(text)
    .filter(({ source }) => !/^\[\w+\]$/.test(source))
    .map(({ source }) => fill(source, { scope, language }));
  const unlawful = unlawfulOnceFilled(words, facts, {
    language,
    debtorKind: debtor.kind,
    hat: theCase.hat,
    agencyName: agency.name,
    names: [debtor.name, brand.name, client.name, client.legalName],
  });
  if (unlawful) throw new TemplateUnlawful(unlawful.excerpt.slice(0, 100), unlawful.article, unlawful.code);
}

/** What renderMessage is handed: the own words if there are any. */
export function wordedBy(own: ActiveTemplate | undefined): { readonly text?: MessageText } {
  return own ? { text: own.text } : {};
}
