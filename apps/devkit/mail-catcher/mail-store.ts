import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { MailSummary, WholeMail } from './mail.types';

/** Keeps the newest mails: summaries in memory, each mail as an .eml file that any mail program opens. */
export class MailStore {
  private readonly mails = new Map<string, MailSummary>(); // oldest first

  constructor(
    private readonly folder: string,
    private readonly limit = 5000,
  ) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()) {
      const known = readSummary(join(folder, name));
      if (known) this.mails.set(known.id, known);
    }
  }

  async add(raw: Buffer, envelope: { sender: string; recipients: string[] }): Promise<MailSummary> {
    const email = await PostalMime.parse(raw);
    const receivedAt = new Date().toISOString();
    const summary: MailSummary = {
      id: `${receivedAt.replace(/[-:.TZ]/g, '')}-${randomUUID().slice(0, 8)}`, // sorts by time of arrival
      receivedAt,
      ...envelope,
      from: addresses(email.from ? [email.from] : []) || envelope.sender,
      to: addresses(email.to ?? []) || envelope.recipients.join(', '),
      subject: email.subject ?? '',
      size: raw.length,
      attachments: email.attachments.length,
    };
    await writeFile(this.fileOf(summary.id, 'eml'), raw);
    await writeFile(this.fileOf(summary.id, 'json'), JSON.stringify(summary));
    this.mails.set(summary.id, summary);
    await this.forgetOldest();
    return summary;
  }

  /** Newest first; `words` must all occur in sender, recipient or subject. */
  list(words = ''): MailSummary[] {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...this.mails.values()].filter((mail) => {
      const text = `${mail.from} ${mail.to} ${mail.recipients.join(' ')} ${mail.subject}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    return found.reverse();
  }

  /** Undefined for an id that is not in the list: the id never becomes a path of its own making. */
  async raw(id: string): Promise<Buffer | undefined> {
    return this.mails.has(id) ? readFile(this.fileOf(id, 'eml')) : undefined;
  }

  async read(id: string): Promise<WholeMail | undefined> {
    const summary = this.mails.get(id);
    const raw = await this.raw(id);
    if (!summary || !raw) return undefined;
    const email = await PostalMime.parse(raw);
    return { ...summary, text: email.text, html: email.html, headers: headersOf(email), parts: email.attachments.map(partOf) };
  }

  async clear(): Promise<number> {
    const ids = [...this.mails.keys()];
    for (const id of ids) await this.forget(id);
    return ids.length;
  }

  private async forgetOldest(): Promise<void> {
    for (const id of this.mails.keys()) {
      if (this.mails.size <= this.limit) return;
      await this.forget(id);
    }
  }

  private async forget(id: string): Promise<void> {
    this.mails.delete(id);
    await rm(this.fileOf(id, 'eml'), { force: true });
    await rm(this.fileOf(id, 'json'), { force: true });
  }

  private fileOf(id: string, kind: 'eml' | 'json'): string {
    return join(this.folder, `${id}.${kind}`);
  }
}

/** A file cut short by a kill is passed over; the mail program's copy beside it stays. */
function readSummary(file: string): MailSummary | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as MailSummary;
  } catch {
    return undefined;
  }
}

function addresses(list: Address[]): string {
  return list
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => (name ? `${name} <${address}>` : address))
    .join(', ');
}

const headersOf = (email: Email) => email.headers.map(({ key, originalKey, value }) => ({ name: originalKey ?? key, value }));

function partOf({ filename, mimeType, contentId, content }: Email['attachments'][number], index: number) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    filename: filename ?? `part-${index + 1}`,
    mimeType,
    contentId: contentId?.replace(/^<|>$/g, ''),
    size: bytes.length,
    content: bytes,
  };
}
