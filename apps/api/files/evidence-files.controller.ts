import { AttachEvidence, type EvidenceKind } from '@amiable/cases';
import {
  Allowed,
  BadInput,
  checkFile,
  Ctx,
  fromGlobalId,
  Performer,
  proofKinds,
  toGlobalId,
  UploadRefused,
  type RequestContext,
} from '@amiable/platform';
import { Controller, Headers, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';

const largestFile = 15 * 1024 * 1024;
const kinds: readonly EvidenceKind[] = ['invoice', 'delivery_note', 'terms', 'other'];

/** What proves an invoice comes by plain upload, PDF or picture, checked by its content; from the console and the portal. */
@Controller('files/evidence')
export class EvidenceFilesController {
  constructor(
    private readonly performer: Performer,
    private readonly attaching: AttachEvidence,
  ) {}

  @Post()
  @HttpCode(201)
  @Allowed('attach', 'Case')
  async upload(
    @Ctx() ctx: RequestContext,
    @Query('invoice') invoice: string | undefined,
    @Query('kind') asked: string | undefined,
    @Query('debtorSees') debtorSees: string | undefined,
    @Headers('x-file-name') name: string | undefined,
    @Req() req: Request,
  ): Promise<{ documentId: string }> {
    const { clientId, id } = fromGlobalId('Invoice', typeof invoice === 'string' ? invoice : '');
    ctx.enter(clientId);
    const kind = kinds.find((one) => one === asked);
    if (!kind) throw new BadInput(kinds.join(', '), String(asked).slice(0, 40), 'kind');
    const file = await checkFile({ field: 'file', filename: nameOf(name), bytes: await bodyOf(req) }, { kinds: proofKinds, largestFile });
    const { documentId } = await this.performer.perform(ctx, clientId, this.attaching, {
      invoiceId: id,
      kind,
      debtorSees: debtorSees !== 'no',
      file,
    });
    return { documentId: toGlobalId('Document', clientId, documentId) };
  }
}

function nameOf(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 300);
  } catch {
    return '';
  }
}

async function bodyOf(req: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestFile) throw new UploadRefused('FILE_TOO_LARGE', { file: '', megabytes: largestFile / 1024 / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
