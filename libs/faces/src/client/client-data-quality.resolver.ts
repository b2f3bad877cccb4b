import { Allowed, Ctx, Database, moneyOf, toGlobalId, type RequestContext } from '@amiable/platform';
import { Query, Resolver } from '@nestjs/graphql';
import { ClientDataQuality } from './client-data-quality.types';
import { gapsSql } from './data-gap.sql';

const mostThin = 10;

/** Qualité des fiches: what the client could send us so that his debtors are reached. */
@Resolver(() => ClientDataQuality)
export class ClientDataQualityResolver {
  constructor(private readonly database: Database) {}

  @Query(() => ClientDataQuality)
  @Allowed('read', 'Case')
  dataQuality(@Ctx() ctx: RequestContext): Promise<ClientDataQuality> {
    const { clientId } = ctx;
    return this.database.inTenant(clientId, async (db) => {
      const [mean] = await db.rows<{ mean: number | null; debtors: number }>(
        `select round(avg(d.data_quality))::int as mean, count(*)::int as debtors from debtors d
         where d.client_id = $1 and exists (select from cases c where c.client_id = d.client_id and c.debtor_id = d.id and c.state <> 'closed')`,
        [clientId],
      );
      const missing = await db.rows(
        `select gap, count(*)::int as cases from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id, unnest(${gapsSql}) gap
         where c.client_id = $1 and c.state <> 'closed' group by gap order by 2 desc, 1`,
        [clientId],
      );
      const thin = await db.rows(
        `select c.id, c.reference, c.open_minor, c.currency, d.name, d.data_quality, ${gapsSql} as gaps
         from debtors d join cases c on c.client_id = d.client_id and c.debtor_id = d.id
         where d.client_id = $1 and d.data_quality < 100 and c.state <> 'closed' order by d.data_quality, c.open_minor desc, c.id limit ${mostThin}`,
        [clientId],
      );
      return {
        ...mean!,
        missing: missing.map(({ gap, cases }) => ({ gap, cases })),
        thinnest: thin.map((row) => ({
          caseId: toGlobalId('Case', clientId, row.id),
          reference: row.reference,
          debtorName: row.name,
          open: moneyOf(row.open_minor, row.currency),
          quality: row.data_quality,
          missing: row.gaps,
        })),
      };
    });
  }
}
