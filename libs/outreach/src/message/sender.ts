import type { Letterbox } from '@amiable/platform';
import { isDebtorLanguage } from '@amiable/identity';
import type { MessageLanguage } from '../template/message-facts';
import type { MessageCase } from './gather-facts';

/** Who an e-mail of a case comes from and where answers go: the brand under the client's name, the agency under its own. */
export function senderOf({ theCase, brand, agency }: Pick<MessageCase, 'theCase' | 'brand' | 'agency'>): {
  from: Letterbox;
  replyTo: string;
} {
  if (theCase.hat === 'agency') return { from: { name: agency.name, address: agency.email }, replyTo: agency.email };
  return { from: { name: brand.senderName, address: brand.senderEmail }, replyTo: brand.replyTo };
}

/** A Message-ID of our own making: a second delivery after a crash is recognised by the receiver. */
export function messageIdOf(id: string, { address }: Letterbox): string {
  return `${id}@${address.split('@')[1]}`;
}

/** The language we write to a debtor in: his own; the brand's where it is one we do not write. */
export function languageOfDebtor({ debtor, brand }: Pick<MessageCase, 'debtor' | 'brand'>): MessageLanguage {
  return isDebtorLanguage(debtor.language) ? debtor.language : brand.language;
}
