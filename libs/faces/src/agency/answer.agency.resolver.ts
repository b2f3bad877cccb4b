import { dayOf } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, toGlobalId, type RequestContext, type Row } from '@amiable/platform';
import { answerReferenceOf, endingsOf, SettleAnswer, type AnswerKind } from '@amiable/resolution';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswerOfCase, ContactWishes, SettleAnswerInput } from './answer.agency.types';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';

/** What the debtor told us, on the collector's case page, and settling it. */
@Resolver(() => CasePage)
export class AnswerAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly settling: SettleAnswer,
  ) {}

  @ResolveField(() => [AnswerOfCase], { description: 'Newest first, those that wait for somebody before all others; at most fifty.' })
  async answers(@Ctx() ctx: RequestContext, @Parent() page: CasePage): Promise<AnswerOfCase[]> {
    const { clientId, id } = fromGlobalId('Case', page.id);
    const may = ctx.can('settleAnswer', 'Case');
    const rows = await this.database.inTenant(clientId, (db) => db.rows(answersSql, [clientId, id]));
    return rows.map((row) => answerOf(clientId, row, may));
  }

  @ResolveField(() => ContactWishes)
  async contactWishes(@Parent() page: CasePage): Promise<ContactWishes> {
    const { clientId, id } = fromGlobalId('Debtor', page.debtor.id);
    const row = await this.database.inTenant(clientId, (db) =>
      db.row(
        `select refuses_email, refuses_calls, case when care_until >= $3::date then care_until end as care_until, contact_doubtful_at is not null as doubtful
         from debtors where client_id = $1 and id = $2`,
        [clientId, id, dayOf(db.clock).toString()],
      ),
    );
    return {
      refusesEmail: row!.refuses_email,
      refusesCalls: row!.refuses_calls,
      careUntil: row!.care_until,
      contactDoubtful: row!.doubtful,
    };
  }

  @Mutation(() => CasePage, {
    description: 'Settles what a debtor said: payment found or not, contact confirmed or not, message replied to.',
  })
  @Allowed('settleAnswer', 'Case')
  settleAnswer(@Ctx() ctx: RequestContext, @Args('input', { type: () => SettleAnswerInput }) input: SettleAnswerInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Answer', input.answerId);
    const { outcome, reply } = input;
    return this.screens.write(ctx, clientId, this.settling, { answerId: id, outcome, reply }, input.idempotencyKey);
  }
}

const answersSql = `
  select a.*, (select coalesce(json_agg(json_build_object('id', d.id, 'filename', d.filename) order by d.created_at, d.id), '[]')
      from answer_files f join documents d on d.client_id = f.client_id and d.id = f.document_id
      where f.client_id = a.client_id and f.answer_id = a.id) as files
  from answers a where a.client_id = $1 and a.case_id = $2 order by (a.state = 'open') desc, a.given_at desc, a.id desc limit 50`;

function answerOf(clientId: string, row: Row, may: boolean): AnswerOfCase {
  return {
    id: toGlobalId('Answer', clientId, row.id),
    reference: answerReferenceOf(row.id),
    kind: row.kind,
    state: row.state,
    facts: row.facts,
    note: row.note,
    reply: row.reply,
    followUpOn: row.follow_up_on,
    givenAt: new Date(row.given_at).toISOString(),
    files: row.files.map(({ id, filename }: { id: string; filename: string }) => ({ id: toGlobalId('Document', clientId, id), filename })),
    outcomes: may && row.state === 'open' ? [...(endingsOf[row.kind as AnswerKind] ?? [])] : [],
  };
}
