import { messageToken, toDate } from '@amiable/kernel';
import { buildMail, Database, Mailer, OutboxWorker, SETTINGS, type Settings, type TenantDb, type Work } from '@amiable/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { invitationDays } from '../invitation/invite-client-user';
import { noticeTexts, type NoticeText } from './notice-texts';

interface Person {
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
}

interface House {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** What the agency tells the people of a client by mail, an invitation and that a bank account changed; and its managers, the alerts of the day. Each leaves once per key, or twice after a crash. */
@Injectable()
export class SendNotices implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.on('client-user.invited', (works) => this.each(works, (work) => this.invited(work)));
    this.outbox.on('alerts.digest', (works) => this.each(works, (work) => this.alertDigest(work)));
    this.outbox.on('bank-details.changed', (works) => this.each(works, (work) => this.bankChanged(work)));
  }

  private async each(works: readonly Work[], send: (work: Work) => Promise<void>): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const work of works) await send(work).catch((error: Error) => void failures.set(work.id, error));
    return failures;
  }

  private async invited({ id, clientId, payload }: Work): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const user = await db.row<Person & { company: string }>(
        `select u.email, u.name, u.language, c.name as company from client_users u join clients c using (client_id) where u.client_id = $1 and u.id = $2 and u.active`,
        [clientId, payload.userId],
      );
      if (!user) return;
      const house = await houseOf(db);
      const token = messageToken(this.settings.AMIABLE_SECRET, payload.invitationId);
      const link = `${this.settings.PUBLIC_URL.replace(/\/$/, '')}/client/invitation/${token}`;
      const facts = { name: user.name, by: payload.by, company: user.company, agency: house.name, link, days: invitationDays };
      await this.send(db, id, house, user, noticeTexts[user.language].invited(facts));
    });
  }

  /** To the managers and administrators who reach the client. */
  private async alertDigest({ id, clientId, payload }: Work): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const managers = await db.rows<Person & { client: string }>(
        `select s.email, s.name, s.language, c.name as client from staff_users s cross join clients c
         where c.client_id = $1 and s.active and s.role in ('manager', 'admin') and (s.portfolio is null or $1 = any(s.portfolio)) order by s.id`,
        [clientId],
      );
      const house = await houseOf(db);
      const link = `${this.settings.PUBLIC_URL.replace(/\/$/, '')}/agency/alerts`;
      for (const manager of managers)
        await this.send(
          db,
          `${id}.${manager.email.replace(/[^a-z0-9]/g, '-')}`,
          house,
          manager,
          noticeTexts[manager.language].alertDigest({ name: manager.name, client: manager.client, counts: payload.counts, link }),
        );
    });
  }

  private async bankChanged({ id, clientId, payload }: Work): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const owners = await db.rows<Person>(
        `select email, name, language from client_users where client_id = $1 and role = 'owner' and active`,
        [clientId],
      );
      const house = await houseOf(db);
      for (const owner of owners) {
        const facts = {
          name: owner.name,
          by: payload.by,
          brand: payload.brandName,
          ibanEnd: payload.ibanEnd,
          agency: house.name,
          phone: house.phone,
        };
        await this.send(
          db,
          `${id}.${owner.email.replace(/[^a-z0-9]/g, '-')}`,
          house,
          owner,
          noticeTexts[owner.language].bankChanged(facts),
        );
      }
    });
  }

  private async send(db: TenantDb, id: string, house: House, to: Person, { subject, paragraphs }: NoticeText): Promise<void> {
    const raw = await buildMail({
      messageId: `${id}@${house.email.split('@')[1]}`,
      from: { name: house.name, address: house.email },
      replyTo: house.email,
      to: to.email,
      subject,
      html: `<!doctype html><html lang="${to.language}"><meta charset="utf-8"><body>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</body></html>`,
      text: `${paragraphs.join('\n\n')}\n`,
      date: toDate(db.clock.now()),
      language: to.language,
    });
    await this.mailer.send(raw, { from: house.email, to: to.email });
  }
}

async function houseOf(db: TenantDb): Promise<House> {
  return (await db.row<House>(`select name, email, phone from agency`))!;
}

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/https?:\/\/[\w.:/-]+/g, (address) => `<a href="${address}">${address}</a>`);
