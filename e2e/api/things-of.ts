import { toGlobalId, type IdKind } from '@amiable/platform';
import { canary, type CastClient } from '@amiable/testing';
import type { Stage } from '../stage';

/** Ids of one client's things, by kind: for the database and for the outside. */
export class ThingsOf {
  private constructor(
    readonly client: CastClient,
    private readonly found: ReadonlyMap<IdKind, string>,
  ) {}

  static async read(stage: Stage, client: CastClient): Promise<ThingsOf> {
    const tables: ReadonlyArray<[IdKind, string]> = [
      ['Action', `(select * from actions where state = 'proposed') a`],
      ['Alert', 'alerts'],
      ['Answer', 'answers'],
      ['BrandHost', 'brand_hosts'],
      ['BrandLogo', 'brand_logos'],
      ['DebtorContact', 'debtor_contacts'],
      ['DebtorJoint', 'debtor_joints'],
      ['Dispute', 'disputes'],
      ['Experiment', 'experiments'],
      ['Document', `(select * from documents where kind = 'evidence') d`],
      ['Import', 'imports'],
      ['Remittance', 'remittances'],
      ['Message', 'messages'],
      ['Movement', 'movements'],
      ['Payment', 'payments'],
      ['Plan', 'plans'],
      ['Promise', 'promises'],
      ['Refund', 'refunds'],
      ['Scenario', 'scenarios'],
      ['Segment', 'segments'],
      ['Template', 'templates'],
      ['TimelineEvent', 'contact_reviews'], // a contact that was judged: its id is that of the event
    ];
    const found = new Map<IdKind, string>([
      ['Client', client.id],
      ['Case', client.cases[0].caseId],
      ['Invoice', client.cases[0].invoices[0]!.id],
      ['Debtor', client.cases[0].debtorId],
      ['Brand', client.brandId],
      ['ClientUser', client.owner.id],
    ]);
    for (const [kind, table] of tables) {
      const [row] = await stage.test.owner<{ id: string }>(`select id from ${table} where client_id = $1 order by id limit 1`, [client.id]);
      if (row) found.set(kind, row.id);
    }
    return new ThingsOf(client, found);
  }

  uuid(kind: IdKind): string {
    const id = this.found.get(kind);
    if (!id) throw new Error(`Nothing of kind ${kind} lives in ${this.client.name}: make one in liveALittle() (e2e/api/seated.ts).`);
    return id;
  }

  id(kind: IdKind): string {
    return toGlobalId(kind, this.client.id, this.uuid(kind));
  }
}

/** Texts and figures that only client B has: whoever of A finds one has found a leak. */
export function canariesOf({ cast }: Stage): string[] {
  const { b } = cast;
  return [
    canary,
    b.id,
    b.brandId,
    ...b.cases.flatMap((c) => [c.caseId, c.reference, c.debtorId, ...c.invoices.map((i) => i.id)]),
    '7777.77',
    '7777,77',
    '6543.21',
    '919.19',
    'FR7699999000020000000004465',
    '913550182',
  ];
}

/** What each table holds, row by row with the transaction that wrote it. Sessions and counted tries live on by themselves. */
export async function photograph(stage: Stage): Promise<Record<string, string>> {
  const tables = await stage.test.owner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('sessions', 'throttles') order by 1`,
  );
  const seen: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await stage.test.owner<{ mark: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text) || t.xmin, ',' order by t::text)), '') as mark from "${name}" t`,
    );
    seen[name] = row!.mark;
  }
  return seen;
}
