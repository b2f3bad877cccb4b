import { Case, Debtor, requireNotClosed } from '@amiable/cases';
import { addressOfBrand, Brand } from '@amiable/clients';
import type { DebtorLanguage } from '@amiable/identity';
import { newId, toDate } from '@amiable/kernel';
import { Database, log, SETTINGS, type RequestContext, type Settings } from '@amiable/platform';
import { runningPlan } from '@amiable/resolution';
import { Inject, Injectable } from '@nestjs/common';
import { checkoutMinutes, PaymentRefused } from '../payment/start-payment';
import { PaymentProvider, type SetupTruth } from '../provider/payment-provider';

interface AskedMeans {
  readonly client_id: string;
  readonly id: string;
  readonly session_id: string;
}

/**
 * Moyen de paiement enregistré for the instalments of a plan, on the provider's own page. Our row first, the provider after; what
 * became of it is read again there, whoever brings the news: the way back, a message, or the daily look.
 */
@Injectable()
export class MeansOnFile {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'PUBLIC_URL'>,
  ) {}

  /** Opens the provider's page for the running plan of a case; answers its address. Throws PLAN_GONE. */
  async ask(ctx: RequestContext, clientId: string, caseId: string, language: DebtorLanguage): Promise<string> {
    ctx.enter(clientId);
    const asked = await this.database.inTenant(clientId, async (db) => {
      const theCase = await db.lock(Case, caseId);
      ctx.may('pay', theCase);
      requireNotClosed(theCase);
      if (!(await runningPlan(db, caseId))) throw new PaymentRefused('PLAN_GONE');
      const known = { brand: await db.find(Brand, theCase.brandId), debtor: await db.find(Debtor, theCase.debtorId), theCase };
      const open = await db.row<{ id: string; checkout_url: string }>(
        `select id, checkout_url from payment_means where client_id = $1 and case_id = $2 and state = 'asked' and expires_at > $3 and language = $4 and checkout_url is not null limit 1`,
        [clientId, caseId, toDate(db.clock.now()), language],
      );
      if (open) return { ...known, url: open.checkout_url };
      const id = newId();
      const expiresAt = toDate(db.clock.now().add({ minutes: checkoutMinutes }));
      await db.rows(
        `insert into payment_means (client_id, id, case_id, provider, state, language, created_at, expires_at) values ($1, $2, $3, $4, 'asked', $5, $6, $7)`,
        [clientId, id, caseId, this.provider.name, language, toDate(db.clock.now()), expiresAt],
      );
      return { ...known, id, expiresAt };
    });
    if ('url' in asked && asked.url) return asked.url;
    const { id, expiresAt, brand, debtor, theCase } = asked as Extract<typeof asked, { id: string }>;
    const address = addressOfBrand(brand, this.settings.PUBLIC_URL);
    const checkout = await this.provider.openSetup({
      idempotencyKey: `setup-${clientId}-${id}`,
      clientId,
      meansId: id,
      currency: theCase.currency,
      language,
      email: debtor.email,
      successUrl: `${address}/plan/back/${id}`,
      cancelUrl: `${address}/plan/back/${id}?left=1`,
      expiresAt,
    });
    await this.database.inTenant(clientId, async (db) => {
      await db.rows(`update payment_means set session_id = $3, checkout_url = $4 where client_id = $1 and id = $2`, [
        clientId,
        id,
        checkout.sessionId,
        checkout.url,
      ]);
      await db.rows(
        `insert into provider_objects (provider, object_id, client_id, means_id) values ($1, $2, $3, $4) on conflict do nothing`,
        [this.provider.name, checkout.sessionId, clientId, id],
      );
    });
    return checkout.url;
  }

  /** Works on messages that may speak of such a page; answers those that failed. Others' are nothing to us. */
  async work(events: ReadonlyArray<{ event_id: string; object_id: string }>): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    if (events.length === 0) return failures;
    const known = await this.database.outsideClients((db) =>
      db.rows<{ object_id: string; client_id: string; means_id: string }>(
        `select object_id, client_id, means_id from provider_objects where provider = $1 and object_id = any($2) and means_id is not null`,
        [this.provider.name, events.flatMap((event) => event.object_id.split(' '))],
      ),
    );
    for (const event of events) {
      const found = known.find(({ object_id }) => event.object_id.split(' ').includes(object_id));
      if (!found) continue;
      const failed = await this.sync([{ clientId: found.client_id, meansId: found.means_id }]);
      if (failed) failures.set(event.event_id, failed);
    }
    return failures;
  }

  /** Reads pages again whose message never came. Answers how many it looked at. */
  async reconcile(): Promise<number> {
    const stale = await this.database.acrossClientsAsWorker((db) =>
      db.rows<{ client_id: string; id: string }>(
        `select client_id, id from payment_means where state = 'asked' and expires_at < $1 order by expires_at limit 200`,
        [toDate(db.clock.now())],
      ),
    );
    await this.sync(stale.map((row) => ({ clientId: row.client_id, meansId: row.id })));
    return stale.length;
  }

  /** Brings means of payment to what the provider says now; order and repetition change nothing. Answers the first failure. */
  async sync(keys: ReadonlyArray<{ clientId: string; meansId: string }>): Promise<Error | null> {
    let failure: Error | null = null;
    for (const { clientId, meansId } of keys) {
      try {
        const asked = await this.database.inTenant(clientId, (db) =>
          db.row<AskedMeans>(
            `select client_id, id, session_id from payment_means where client_id = $1 and id = $2 and state in ('asked', 'failed')`,
            [clientId, meansId],
          ),
        );
        if (!asked) continue;
        const truth: SetupTruth = asked.session_id ? await this.provider.readSetup(asked.session_id) : { state: 'failed', means: null };
        if (truth.state !== 'asked') await this.write(asked, truth);
      } catch (error) {
        failure ??= error as Error;
        log.warn({ means: meansId, error: (error as Error).message }, 'means of payment not brought up to date');
      }
    }
    return failure;
  }

  /** The state, the plan it is for, the story; the means it takes the place of is forgotten at the provider afterwards. */
  private async write({ client_id: clientId, id }: AskedMeans, { state, means }: SetupTruth): Promise<void> {
    const old = await this.database.inTenant(clientId, async (db) => {
      const done = await db.row<{ case_id: string; old_ref: string | null }>(
        `with now_on_file as (
           update payment_means m set state = $3, customer_ref = $4, method_ref = $5, kind = $6, brand = $7, last4 = $8, expires_on = $9
           where m.client_id = $1 and m.id = $2 and m.state in ('asked', 'failed') and m.state <> $3 returning m.client_id, m.id, m.case_id, m.kind, m.last4, m.state),
         before as (
           select o.client_id, o.id, o.method_ref from now_on_file n join plans p on p.client_id = n.client_id and p.case_id = n.case_id and p.state in ('active', 'late')
           join payment_means o on o.client_id = p.client_id and o.id = p.means_id where n.state = 'on_file'),
         linked as (
           update plans p set means_id = n.id, on_file = true from now_on_file n
           where n.state = 'on_file' and p.client_id = n.client_id and p.case_id = n.case_id and p.state in ('active', 'late')),
         removed as (update payment_means o set state = 'removed' from before b where o.client_id = b.client_id and o.id = b.id and o.state = 'on_file'),
         told as (
           insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
           select client_id, case_id, 'means.on_file', $10, 'system', 'Amiable', jsonb_build_object('method', kind, 'last4', last4) from now_on_file where state = 'on_file')
         select n.case_id, (select method_ref from before limit 1) as old_ref from now_on_file n`,
        [
          clientId,
          id,
          state,
          means?.customerRef ?? null,
          means?.methodRef ?? null,
          means?.kind ?? null,
          means?.brand ?? null,
          means?.last4 ?? null,
          means?.expiresOn ?? null,
          toDate(db.clock.now()),
        ],
      );
      return done?.old_ref ?? null;
    });
    if (old && old !== means?.methodRef) await this.provider.forgetMeans(old);
  }
}
