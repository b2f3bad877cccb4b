import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImportInvoices } from '@amiable/cases';
import { Refusal } from '@amiable/kernel';
import { Allowed, Ctx, fromGlobalId, toGlobalId, type RequestContext } from '@amiable/platform';
import { Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';

const largestFile = 300 * 1024 * 1024;

class FileTooLarge extends Refusal {
  constructor() {
    super('FILE_TOO_LARGE', { megabytes: largestFile / 1024 / 1024 });
  }
}

/** Invoice files come by plain upload, never through GraphQL (faces.md 4.1): kept on disk while they are read, never in memory. */
@Controller('files/imports')
export class ImportFilesController {
  constructor(private readonly importing: ImportInvoices) {}

  @Post()
  @Allowed('import', 'Invoices')
  async upload(
    @Ctx() ctx: RequestContext,
    @Query('client') client: string,
    @Headers('x-file-name') name: string | undefined,
    @Headers('x-mapping') mapping: string | undefined,
    @Req() req: Request,
  ): Promise<{ importId: string }> {
    const { clientId } = fromGlobalId('Client', client ?? '');
    ctx.enter(clientId);
    const folder = await mkdtemp(join(tmpdir(), 'amiable-import-'));
    try {
      const path = join(folder, 'file');
      await pipeline(req, atMost(largestFile), createWriteStream(path));
      const report = await this.importing.preview(ctx, {
        clientId,
        filename: fileName(name),
        source: () => createReadStream(path),
        mapping,
      });
      return { importId: toGlobalId('Import', clientId, report.importId) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  @Get(':importId/rejected.csv')
  @Allowed('import', 'Invoices')
  async rejected(@Ctx() ctx: RequestContext, @Param('importId') importId: string, @Res() res: Response): Promise<void> {
    const { clientId, id } = fromGlobalId('Import', importId);
    const csv = await this.importing.rejectedFile(ctx, clientId, id);
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('Content-Disposition', 'attachment; filename="lignes-rejetees.csv"');
    res.type('text/csv; charset=utf-8').send(csv);
  }
}

function fileName(header: string | undefined): string {
  try {
    return (
      decodeURIComponent(header ?? '')
        .replace(/[\\/\0-\x1f]/g, '')
        .slice(0, 200) || 'import.csv'
    );
  } catch {
    return 'import.csv';
  }
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      done(seen > bytes ? new FileTooLarge() : null, chunk);
    },
  });
}
