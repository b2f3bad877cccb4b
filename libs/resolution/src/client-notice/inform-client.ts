import type { LanguageCode } from '@amiable/identity';
import { toDate } from '@amiable/kernel';
import { loadMessageCase, messageIdOf, type MessageCase } from '@amiable/outreach';
import {
  archive,
  buildMail,
  Database,
  Mailer,
  OutboxWorker,
  SETTINGS,
  toGlobalId,
  type Settings,
  type TenantDb,
  type Work,
} from '@amiable/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { disputeNotice } from './dispute-notice';
import { planNotice } from './plan-notice';

interface ClientUser {
  readonly id: string;
  readonly email: string;
  readonly language: LanguageCode;
}

/** What is said to the people of a client company, in the language of each; `to` null: all who may answer. */
export interface ClientNotice {
  readonly key: string; // said once for each key and reader
  readonly archivedAs: 'plan' | 'dispute_notice';
  readonly caseId: string;
  readonly to: string | null;
  readonly words: (language: LanguageCode, address: string) => { readonly subject: string; readonly lines: readonly string[] };
}

/**
 * The creditor hears by e-mail, without a name of the debtor and with the way to the case in his portal: of each proposal of a plan that he
 * has not allowed beforehand (R124-5 CPCE), and of each contestation, which he is to answer. Once for each reader.
 */
@Injectable()
export class InformClient implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'PUBLIC_URL'>,
  ) {}

  onModuleInit(): void {
    this.outbox.on('plan.inform_client', (works) => this.informAll(works), 8);
    this.outbox.on('dispute.inform_client', (works) => this.informAll(works), 8);
  }

  private async informAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const work of works) await this.inform(work.clientId, work.payload).catch((error: Error) => failures.set(work.id, error));
    return failures;
  }

  /** Mails those who may answer; who was told already is not told again. Nothing leaves about what is settled meanwhile. */
  async inform(clientId: string, payload: Work['payload']): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const notice = payload.planId ? await planNotice(db, payload.planId) : await disputeNotice(db, payload.caseId, payload.disputeIds);
      if (!notice) return;
      const known = await loadMessageCase(db, notice.caseId, true);
      const users = await db.rows<ClientUser>(
        `select id, email, language from client_users where client_id = $1 and active and role <> 'reader' and ($2::uuid is null or id = $2) order by id`,
        [clientId, notice.to],
      );
      for (const user of users) await this.mail(db, known, notice, user);
    });
  }

  private async mail(db: TenantDb, { agency }: MessageCase, notice: ClientNotice, user: ClientUser): Promise<void> {
    const filename = `${notice.key}-${user.id}.eml`;
    const told = await db.row(`select 1 from documents where client_id = $1 and filename = $2`, [db.clientId, filename]);
    if (told) return;
    const from = { name: agency.name, address: agency.email };
    const address = `${this.settings.PUBLIC_URL.replace(/\/$/, '')}/client/cases/${toGlobalId('Case', db.clientId, notice.caseId)}`;
    const { subject, lines } = notice.words(user.language, address);
    const raw = await buildMail({
      messageId: messageIdOf(`inform-${notice.key}-${user.id}`, from),
      from,
      replyTo: agency.email,
      to: user.email,
      subject,
      html: `<!doctype html><html lang="${user.language}"><meta charset="utf-8"><title>${escaped(subject)}</title>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</html>`,
      text: lines.join('\n\n'),
      date: toDate(db.clock.now()),
      language: user.language,
    });
    await archive(db, { kind: notice.archivedAs, filename, contentType: 'message/rfc822', bytes: raw, caseId: notice.caseId });
    await this.mailer.send(raw, { from: from.address, to: user.email });
  }
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
