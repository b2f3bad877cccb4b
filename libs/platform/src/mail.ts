import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Settings } from './settings';

export interface Letterbox {
  readonly name: string;
  readonly address: string;
}

/** An e-mail before it is built. */
export interface Mail {
  readonly messageId: string;
  readonly from: Letterbox;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly date: Date;
  readonly language: string;
  readonly attachments?: ReadonlyArray<{ filename: string; contentType: string; content: Buffer }>;
  readonly headers?: Record<string, string>;
}

/** Builds the bytes of an e-mail: these bytes are archived and these bytes are sent. */
export function buildMail(mail: Mail): Promise<Buffer> {
  const { html, pictures } = withPicturesAttached(mail.html, mail.from.address);
  return new MailComposer({
    messageId: `<${mail.messageId}>`,
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    subject: mail.subject,
    html: onWire(html),
    text: onWire(mail.text),
    date: mail.date,
    attachments: [...pictures, ...(mail.attachments ?? [])],
    headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated', ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** Mail programs do not show pictures given as data: each becomes a part of the message that the text refers to. */
function withPicturesAttached(html: string, sender: string): { html: string; pictures: object[] } {
  const pictures = new Map<string, object>();
  const referring = html.replace(/src="data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]+)"/g, (_, type: string, base64: string) => {
    const content = Buffer.from(base64, 'base64');
    const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const cid = `${name}@${sender.split('@')[1]}`;
    pictures.set(cid, {
      cid,
      filename: `${name}.${type === 'png' ? 'png' : 'jpg'}`,
      contentType: `image/${type}`,
      content,
      contentDisposition: 'inline',
    });
    return `src="cid:${cid}"`;
  });
  return { html: referring, pictures: [...pictures.values()] };
}

/** Lines end as they do on the wire, so that no server on the way changes a byte. */
function onWire(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/** Sends built e-mails by SMTP over a few kept connections. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter;

  constructor(settings: Pick<Settings, 'SMTP_URL'>) {
    this.transport = createTransport({
      url: settings.SMTP_URL,
      pool: true,
      maxConnections: 4,
      maxMessages: 200,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
  }

  /** Sends bytes as they are; answers the server's word of acceptance. */
  async send(raw: Buffer, envelope: { from: string; to: string }): Promise<string> {
    const sent = await this.transport.sendMail({ raw, envelope });
    return sent.response ?? '';
  }

  close(): void {
    this.transport.close();
  }
}
