import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, type RequestContext } from '@amiable/platform';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import PostalMime, { type Email } from 'postal-mime';

interface StoredFile {
  filename: string;
  content_type: string;
  kind: string;
  bytes: Buffer;
  case_id: string | null;
}

/** Kinds of documents each audience may open; an import file is the agency's own business. */
const kindsFor: Record<string, readonly string[]> = {
  staff: [
    'email',
    'letter',
    'receipt',
    'attestation',
    'remittance_statement',
    'import_file',
    'evidence',
    'debtor_file',
    'dispute_notice',
    'plan',
  ],
  client: ['email', 'letter', 'receipt', 'attestation', 'remittance_statement', 'evidence', 'debtor_file', 'dispute_notice', 'plan'],
};

/** Archived documents, by their id. Shown without any power of their own: no script, no frame but ours, no cache. */
@Controller('files')
export class FilesController {
  constructor(private readonly database: Database) {}

  @Get(':documentId')
  @Allowed('read', 'Case')
  async file(
    @Ctx() ctx: RequestContext,
    @Param('documentId') documentId: string,
    @Query('download') download: string | undefined,
    @Res() res: Response,
  ): Promise<void> {
    const { clientId, id } = fromGlobalId('Document', documentId);
    ctx.enter(clientId);
    const file = await this.database.inTenant(clientId, (db) =>
      db.row<StoredFile>(
        `select filename, content_type, kind, bytes, case_id from documents d where client_id = $1 and id = $2
         and not exists (select from evidence e where e.client_id = d.client_id and e.id = d.id and e.removed_at is not null)`,
        [clientId, id],
      ),
    );
    if (!file || !kindsFor[ctx.actor.kind]?.includes(file.kind)) throw new NotFound('Document');
    if (file.kind === 'debtor_file' && ctx.actor.kind === 'client' && !(await this.isOfDispute(clientId, id)))
      throw new NotFound('Document');
    if (file.kind === 'remittance_statement' && !ctx.can('read', 'Remittance')) throw new NotFound('Document');
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    if (file.content_type === 'message/rfc822' && download === undefined) return this.showMail(file, res);
    res.setHeader('Content-Security-Policy', `default-src 'none'; frame-ancestors 'self'; sandbox`);
    if (file.content_type === 'application/pdf' && file.kind !== 'debtor_file')
      res.setHeader('Content-Security-Policy', `default-src 'none'; object-src 'self'; frame-ancestors 'self'`);
    res.setHeader(
      'Content-Disposition',
      `${download === undefined && file.content_type === 'application/pdf' && file.kind !== 'debtor_file' ? 'inline' : 'attachment'}; filename="${file.filename.replace(/[^\w.-]/g, '_')}"`,
    );
    res.type(file.content_type).send(file.bytes);
  }

  /** Of what a debtor joined, his creditor sees what belongs to a dispute: it is he who answers. */
  private async isOfDispute(clientId: string, documentId: string): Promise<boolean> {
    const found = await this.database.inTenant(clientId, (db) =>
      db.row(
        `select 1 from answer_files f join disputes d on d.client_id = f.client_id and d.answer_id = f.answer_id where f.client_id = $1 and f.document_id = $2`,
        [clientId, documentId],
      ),
    );
    return found !== undefined;
  }

  /** The HTML of an archived e-mail, as it was sent, in a sandbox of its own. */
  private async showMail(file: StoredFile, res: Response): Promise<void> {
    const mail = await PostalMime.parse(file.bytes);
    res.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox`,
    );
    res
      .type('text/html; charset=utf-8')
      .send(withPictures(mail) ?? `<pre>${(mail.text ?? '').replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))}</pre>`);
  }
}

/** Pictures that travel as parts of the message, put back where its text refers to them. */
function withPictures({ html, attachments }: Email): string | undefined {
  return html?.replace(/src="cid:([^"]+)"/g, (whole, cid: string) => {
    const part = attachments.find(({ contentId, mimeType }) => contentId === `<${cid}>` && /^image\/(png|jpeg)$/.test(mimeType));
    return part ? `src="data:${part.mimeType};base64,${Buffer.from(part.content as ArrayBuffer).toString('base64')}"` : whole;
  });
}
