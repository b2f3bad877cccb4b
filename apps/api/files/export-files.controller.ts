import { ExportCases, ExportTeam } from '@amiable/faces';
import { Allowed, BadInput, Ctx, isDay, type RequestContext } from '@amiable/platform';
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
  mostDataQuality: days,
  hasTwins: z.boolean().nullish(),
});
const orders = { NEWEST: 'newest', OLDEST_DUE: 'oldest_due', LARGEST: 'largest' } as const;
const formats = {
  '.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', preset: null },
  '.csv': { type: 'text/csv; charset=utf-8', preset: 'french' },
  '-machine.csv': { type: 'text/csv; charset=utf-8', preset: 'machine' },
} as const;
const frenchNames = { cases: 'dossiers', team: 'equipe' } as const;

/** Lists as files (faces.md 4.5): written while they are read, so that a long one needs no memory and no waiting room. */
@Controller('files/exports')
export class ExportFilesController {
  constructor(
    private readonly exportCases: ExportCases,
    private readonly exportTeam: ExportTeam,
  ) {}

  @Get('team:ending')
  @Allowed('read', 'Team')
  async team(
    @Ctx() ctx: RequestContext,
    @Param('ending') ending: string,
    @Query('month') month: string | undefined,
    @Query('silent') silent: string | undefined,
    @Res() res: Response,
  ): Promise<void> {
    const { preset } = formatOf('team', ending);
    if (month !== undefined && !isDay(month)) throw new BadInput('yyyy-mm-dd', month, 'month');
    const days = Number(silent ?? 30);
    if (!Number.isInteger(days)) throw new BadInput('a number of days', silent!, 'silent');
    const asked = [ctx, month ?? null, days] as const;
    await send(ctx, res, 'team', ending, preset === null ? this.exportTeam.xlsx(...asked) : this.exportTeam.csv(...asked, preset));
  }

  @Get('cases:ending')
  @Allowed('read', 'Case')
  async cases(
    @Ctx() ctx: RequestContext,
    @Param('ending') ending: string,
    @Query('filter') filter: string | undefined,
    @Query('order') order: string | undefined,
    @Res() res: Response,
  ): Promise<void> {
    const { preset } = formatOf('cases', ending);
    const asked = [ctx, filterOf(filter), orders[(order ?? 'NEWEST') as keyof typeof orders] ?? 'newest'] as const;
    await send(ctx, res, 'cases', ending, preset === null ? this.exportCases.xlsx(...asked) : this.exportCases.csv(...asked, preset));
  }
}

/** Throws BadInput. */
function formatOf(name: keyof typeof frenchNames, ending: string): (typeof formats)[keyof typeof formats] {
  const known = Object.keys(formats).map((each) => name + each);
  if (!Object.hasOwn(formats, ending)) throw new BadInput(known.join(', '), name + ending, 'file');
  return formats[ending as keyof typeof formats];
}

async function send(ctx: RequestContext, res: Response, name: keyof typeof frenchNames, ending: string, pieces: AsyncGenerator<Buffer>) {
  const first = await pieces.next(); // a refusal comes as such, not in the middle of a file
  res.setHeader('Cache-Control', 'private, no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Disposition', `attachment; filename="${ctx.language === 'fr' ? frenchNames[name] : name}${ending}"`);
  res.type(formats[ending as keyof typeof formats].type);
  await pipeline(Readable.from(withFirst(first, pieces)), res);
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
