import { ImportInvoices, listImports, readImport, type ImportView } from '@amiable/cases';
import { Allowed, Ctx, Database, fromGlobalId, moneyOf, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CommitImportInput, ImportOfFile } from './money.agency.types';

/** Imports: what a file would do, and placing it. The file itself comes by POST /files/imports. */
@Resolver(() => ImportOfFile)
export class ImportAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly importing: ImportInvoices,
  ) {}

  @Query(() => [ImportOfFile])
  @Allowed('import', 'Invoices')
  async imports(
    @Ctx() ctx: RequestContext,
    @Args('clientId', { type: () => ID, nullable: true }) clientId?: string | null,
  ): Promise<ImportOfFile[]> {
    const client = clientId === null || clientId === undefined ? null : ctx.enter(fromGlobalId('Client', clientId).clientId);
    return (await this.database.acrossClients(ctx.portfolio, (db) => listImports(db, client, ctx.language))).map(screenOf);
  }

  @Query(() => ImportOfFile)
  @Allowed('import', 'Invoices')
  async import(@Ctx() ctx: RequestContext, @Args('importId', { type: () => ID }) importId: string): Promise<ImportOfFile> {
    const { clientId, id } = fromGlobalId('Import', importId);
    ctx.enter(clientId);
    return screenOf(await this.database.inTenant(clientId, (db) => readImport(db, id, ctx.language)));
  }

  @Mutation(() => ImportOfFile)
  @Allowed('import', 'Invoices')
  async commitImport(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => CommitImportInput }) input: CommitImportInput,
  ): Promise<ImportOfFile> {
    const { clientId, id } = fromGlobalId('Import', input.importId);
    ctx.enter(clientId);
    await this.importing.commit(ctx, { clientId, importId: id, mode: input.mode });
    return screenOf(await this.database.inTenant(clientId, (db) => readImport(db, id, ctx.language)));
  }
}

function screenOf(view: ImportView): ImportOfFile {
  const { sum, openSum, disputed: _, ...numbers } = view.counts;
  return {
    id: toGlobalId('Import', view.clientId, view.id),
    clientName: view.clientName,
    filename: view.filename,
    state: view.state,
    mode: view.mode,
    createdAt: view.createdAt.toISOString(),
    createdBy: view.createdBy,
    format: view.format,
    columns: view.columns.map((c) => ({ ...c })),
    unmappedColumns: [...view.unmappedColumns],
    counts: { ...numbers, sum: moneyOf(sum.minor, sum.currency), openSum: moneyOf(openSum.minor, openSum.currency) },
    rejections: view.rejections.map((r) => ({
      line: r.line,
      cells: [...r.cells],
      reasons: r.reasons.map((reason) => ({
        field: reason.field ?? '',
        column: reason.column,
        value: reason.value,
        code: reason.code,
        text: reason.text,
      })),
    })),
  };
}
