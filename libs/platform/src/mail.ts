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
  return new MailComposer({
    messageId: `<${mail.messageId}>`,
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    subject: mail.subject,
    html: onWire(mail.html),
    text: onWire(mail.text),
    date: mail.date,
    attachments: mail.attachments?.map((a) => ({ ...a })),
    headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated', ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
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
