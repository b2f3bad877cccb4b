import { ActivateTemplate, type MessageText, type TemplateSlot, WriteTemplate } from '@amiable/outreach';
import { Performer, type Database, type RequestContext } from '@amiable/platform';
import type { Story } from './tell-story';

const reminder: MessageText = {
  subject: 'Un petit rappel de {{ brand.name }}',
  preheader: 'Il reste {{ totals.open | money }} à payer.',
  title: 'Un petit rappel',
  body: `Vous êtes client de {{ brand.name }}, et nous vous en remercions. {% if invoiceCount > 1 %}Quelques factures nous manquent{% else %}Une facture nous manque{% endif %} encore.

[amount]

[invoices]

[note]

[pay]

[transfer]

# Déjà réglé ?

Alors merci, et oubliez ce message. Si quelque chose ne va pas avec votre commande, répondez-nous : nous regardons avec vous.`,
};

/** One client that speaks in its own name has its own first reminder in service, and a draft of its next version waits for a decision. */
export async function writeOwnWords(database: Database, manager: RequestContext, story: Story): Promise<void> {
  const client = story.clients.find(({ hat }) => hat === 'client_name');
  if (!client) return;
  const performer = new Performer(database);
  const slot: TemplateSlot = { brandId: null, template: 'reminder_1', language: 'fr', hat: 'client_name' };
  const write = (text: MessageText, after: number) => performer.perform(manager, client.id, new WriteTemplate(), { slot, text, after });
  await performer.perform(manager, client.id, new ActivateTemplate(), await write(reminder, 0));
  await write({ ...reminder, title: 'Un petit rappel de votre facture' }, 1);
}
