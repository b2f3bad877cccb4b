import { newId, Refusal, toDate } from '@amiable/kernel';
import {
  buildMail,
  Database,
  Mailer,
  OutboxWorker,
  PdfPrinter,
  SETTINGS,
  type Settings,
  type TenantDb,
  type Work,
} from '@amiable/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { messageIdOf, senderOf } from '../message/sender';
import { markup } from '../template/markup';
import type { MessageChannel } from '../template/message-facts';
import { Template } from './template.entity';
import { slotOf, textOf } from './template-slot';
import { tryTemplate } from './template-trial';

interface TestWork {
  readonly templateId: string;
  readonly channel: MessageChannel;
  readonly caseReference: string | null;
  readonly staffId: string;
}

const letterAttached = {
  fr: 'La lettre d’essai est jointe, comme elle serait imprimée.',
  en: 'The test letter is attached, as it would be printed.',
};

/** Carries out what SendTemplateTest asked for: one e-mail to the member of staff who asked. */
@Injectable()
export class SendTemplateTests implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly printer: PdfPrinter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.on('template.test', (works) => this.sendAll(works), 8);
  }

  private async sendAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const { id, clientId, payload } of works)
      await this.database
        .inTenant(clientId, (db) => this.send(db, payload as unknown as TestWork))
        // The case has changed since it was asked for, so that the words do not fit any more: nothing to try again.
        .catch((error: Error) => (error instanceof Refusal ? undefined : failures.set(id, error)));
    return failures;
  }

  private async send(db: TenantDb, { templateId, channel, caseReference, staffId }: TestWork): Promise<void> {
    const template = await db.find(Template, templateId);
    const staff = await db.row<{ email: string; language: 'fr' | 'en' }>(
      `select email, language from staff_users where id = $1 and active`,
      [staffId],
    );
    if (!staff) return;
    const wish = { slot: slotOf(template), text: textOf(template), channel, caseReference };
    const { message, speaking } = await tryTemplate(db, wish, this.settings);
    const { from, replyTo } = senderOf(speaking);
    const said = letterAttached[staff.language];
    const parts =
      message.channel === 'email'
        ? { subject: message.subject, html: message.html, text: message.text, language: template.language }
        : {
            subject: message.title,
            html: markup`<!doctype html><html lang="${staff.language}"><body><p>${said}</p></body></html>`.text,
            text: said,
            language: staff.language,
            attachments: [
              {
                filename: `${template.template}-v${template.version}.pdf`,
                contentType: 'application/pdf',
                content: await this.printer.print(message.html, db.clientId),
              },
            ],
          };
    const raw = await buildMail({
      ...parts,
      messageId: messageIdOf(newId(), from),
      from,
      replyTo,
      to: staff.email,
      subject: `[Test] ${parts.subject}`,
      date: toDate(db.clock.now()),
    });
    await this.mailer.send(raw, { from: from.address, to: staff.email });
  }
}
