import type { LanguageCode } from '@amiable/identity';
import { toDate, toDecimal } from '@amiable/kernel';
import { dayText, loadMessageCase, messageIdOf, moneyText } from '@amiable/outreach';
import { archive, buildMail, Database, Mailer, OutboxWorker, SETTINGS, type Settings, type Work } from '@amiable/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Plan } from './plan.entity';
import { instalmentsOf } from './plan.queries';

interface ClientUser {
  readonly id: string;
  readonly email: string;
  readonly language: LanguageCode;
}

/**
 * The creditor hears of each proposal of his debtor that he has not allowed beforehand (R124-5 CPCE): by e-mail, without a name,
 * with the way to the case in his portal. Once for each user who may answer.
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
  }

  private async informAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const work of works) await this.inform(work.clientId, work.payload.planId).catch((error: Error) => failures.set(work.id, error));
    return failures;
  }

  /** Mails the users of the client that may answer; who was told already is not told again. */
  async inform(clientId: string, planId: string): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const plan = await db.find(Plan, planId);
      const known = await loadMessageCase(db, plan.caseId, true);
      const users = await db.rows<ClientUser>(
        `select id, email, language from client_users where client_id = $1 and active and role <> 'reader' order by id`,
        [clientId],
      );
      const count = (await instalmentsOf(db, plan)).length;
      for (const user of users) {
        const filename = `plan-${planId}-${user.id}.eml`;
        const told = await db.row(`select 1 from documents where client_id = $1 and filename = $2`, [clientId, filename]);
        if (told) continue;
        const from = { name: known.agency.name, address: known.agency.email };
        const words = wordsOf(plan, count, known.theCase.reference, `${this.settings.PUBLIC_URL}/client/`, user.language);
        const raw = await buildMail({
          messageId: messageIdOf(`inform-${planId}-${user.id}`, from),
          from,
          replyTo: known.agency.email,
          to: user.email,
          subject: words.subject,
          html: `<!doctype html><html lang="${user.language}"><meta charset="utf-8"><title>${words.subject}</title>${words.lines.map((line) => `<p>${line}</p>`).join('')}</html>`,
          text: words.lines.join('\n\n'),
          date: toDate(db.clock.now()),
          language: user.language,
        });
        await archive(db, { kind: 'plan', filename, contentType: 'message/rfc822', bytes: raw, caseId: plan.caseId });
        await this.mailer.send(raw, { from: from.address, to: user.email });
      }
    });
  }
}

function wordsOf(
  plan: Plan,
  count: number,
  reference: string,
  portal: string,
  language: LanguageCode,
): { subject: string; lines: string[] } {
  const total = moneyText({ amount: toDecimal(plan.totalMinor), currency: plan.currency }, language);
  const day = dayText(plan.answerBy!.toString(), language);
  const waits = plan.approver === 'client';
  if (language === 'en')
    return {
      subject: waits ? `Case ${reference}: a payment plan waits for your answer` : `Case ${reference}: a payment plan is proposed`,
      lines: [
        `In case ${reference}, ${total} in ${count} instalments is proposed. This is outside what your mandate allows beforehand.`,
        waits ? `Please answer before ${day}: ${portal}` : `We answer it before ${day}. You see the case here: ${portal}`,
      ],
    };
  return {
    subject: waits ? `Dossier ${reference} : un échéancier attend votre réponse` : `Dossier ${reference} : un échéancier est proposé`,
    lines: [
      `Dans le dossier ${reference}, ${total} en ${count} fois sont proposés. Cela sort de ce que votre mandat permet d’avance.`,
      waits ? `Merci de répondre avant le ${day} : ${portal}` : `Nous répondons avant le ${day}. Vous voyez le dossier ici : ${portal}`,
    ],
  };
}
