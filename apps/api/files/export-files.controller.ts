import { ExportCases } from '@amiable/faces';
import { Allowed, BadInput, Ctx, type RequestContext } from '@amiable/platform';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const text = z.string().max(200).nullish();
const days = z.number().int().min(0).max(36_500).nullish();
/** The filter of the list, as its screen sends it, with the words of the schema. */
const filterShape = z.strictObject({
  clientId: text,
  state: z.enum(['OPEN', 'ON_HOLD', 'CLOSED']).nullish(),
  stage: z.enum(['BEFORE_DUE', 'REMINDER', 'CALL', 'FORMAL_NOTICE']).nullish(),
  mine: z.boolean().nullish(),
  text,
  disputed: z.boolean().nullish(),
  owner: text,
  leastOpen: text,
  mostOpen: text,
  leastDaysLate: days,
  mostDaysLate: days,
  tag: text,
  promise: z.enum(['OPEN', 'KEPT', 'PARTLY_KEPT', 'BROKEN', 'CANCELLED']).nullish(),
  plan: z.enum(['ACTIVE', 'COMPLETED', 'BROKEN', 'CANCELLED']).nullish(),
  language: text,
  silentDays: days,
});
const orders = { NEWEST: 'newest', OLDEST_DUE: 'oldest_due', LARGEST: 'largest' } as const;
const formats = {
  'cases.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', preset: null },
  'cases.csv': { type: 'text/csv; charset=utf-8', preset: 'french' },
  'cases-machine.csv': { type: 'text/csv; charset=utf-8', preset: 'machine' },
} as const;

/** Lists as files (faces.md 4.5): written while they are read, so that a long one needs no memory and no waiting room. */
@Controller('files/exports')
export class ExportFilesController {
  constructor(private readonly exporting: ExportCases) {}

  @Get(':file')
  @Allowed('read', 'Case')
  async cases(
    @Ctx() ctx: RequestContext,
    @Param('file') file: string,
    @Query('filter') filter: string | undefined,
    @Query('order') order: string | undefined,
    @Res() res: Response,
  ): Promise<void> {
    if (!Object.hasOwn(formats, file)) throw new BadInput('cases.xlsx, cases.csv or cases-machine.csv', file, 'file');
    const { type, preset } = formats[file as keyof typeof formats];
    const wanted = filterOf(filter);
    const by = orders[(order ?? 'NEWEST') as keyof typeof orders] ?? 'newest';
    const pieces = preset === null ? this.exporting.xlsx(ctx, wanted, by) : this.exporting.csv(ctx, wanted, by, preset);
    const first = await pieces.next(); // a refusal comes as such, not in the middle of a file
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Content-Disposition', `attachment; filename="${ctx.language === 'fr' ? file.replace('cases', 'dossiers') : file}"`);
    res.type(type);
    await pipeline(Readable.from(withFirst(first, pieces)), res);
  }
}

async function* withFirst(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** Throws BadInput. */
function filterOf(json: string | undefined) {
  let given: unknown;
  try {
    given = JSON.parse(json ?? '{}');
  } catch {
    given = null;
  }
  const read = filterShape.safeParse(given);
  if (!read.success) throw new BadInput('a filter of the list', json ?? '', 'filter');
  const lower = (word: string | null | undefined) => word?.toLowerCase() ?? null;
  const { state, stage, promise, plan, ...rest } = read.data;
  return { ...rest, state: lower(state), stage: lower(stage), promise: lower(promise), plan: lower(plan) };
}
