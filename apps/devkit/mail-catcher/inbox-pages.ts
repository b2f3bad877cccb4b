import type { MailSummary, WholeMail } from './mail.types';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Everything that comes from a mail goes through here. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] as string);

const frame = (title: string, main: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/inbox.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><a class="home" href="/">Mail inbox</a><span>caught on this machine, delivered to nobody</span></header>
<main>${main}</main>
<script src="/inbox.js"></script>
</body>
</html>`;

export interface InboxView {
  mails: MailSummary[];
  total: number;
  query: string;
  page: number;
  perPage: number;
}

export function inboxPage({ mails, total, query, page, perPage }: InboxView): string {
  const count = total === 1 ? '1 mail' : `${total} mails`;
  const empty = query ? 'No mail matches.' : 'No mail yet. It appears here by itself.';
  const list = mails.length > 0 ? `<ol class="mails">${mails.map(row).join('')}</ol>` : `<p class="empty">${empty}</p>`;
  return frame(
    `Inbox (${total})`,
    `<form class="search" role="search"><input type="search" name="q" value="${escapeHtml(query)}" placeholder="Recipient or subject" aria-label="Search"><button>Search</button></form>
<h1 data-total="${total}">${count}</h1>${list}${pager(total, query, page, perPage)}`,
  );
}

function row(mail: MailSummary): string {
  const clip =
    mail.attachments > 0 ? `<span class="clip" title="attachments">${mail.attachments} file${mail.attachments > 1 ? 's' : ''}</span>` : '';
  return `<li><a href="/mails/${mail.id}"><span class="to">${escapeHtml(mail.to)}</span><span class="subject">${escapeHtml(mail.subject) || '(no subject)'}</span>${clip}<time datetime="${mail.receivedAt}">${moment(mail.receivedAt)}</time></a></li>`;
}

function pager(total: number, query: string, page: number, perPage: number): string {
  const link = (to: number, label: string) =>
    `<a href="/?${escapeHtml(new URLSearchParams({ q: query, page: String(to) }).toString())}">${label}</a>`;
  const links = [page > 1 ? link(page - 1, '← Newer') : '', page * perPage < total ? link(page + 1, 'Older →') : ''];
  return links.some(Boolean) ? `<nav class="pager">${links.join(' ')}</nav>` : '';
}

export function mailPage(mail: WholeMail): string {
  const facts: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to],
    ['Sent to', mail.recipients.join(', ')],
    ['Received', moment(mail.receivedAt)],
  ];
  const body = mail.html
    ? `<iframe title="The mail" src="/mails/${mail.id}/body" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : `<pre>${escapeHtml(mail.text ?? '')}</pre>`;
  const text = mail.html && mail.text ? `<details><summary>Plain text</summary><pre>${escapeHtml(mail.text)}</pre></details>` : '';
  const headers = mail.headers.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  return frame(
    mail.subject || '(no subject)',
    `<h1>${escapeHtml(mail.subject) || '(no subject)'}</h1>
<dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${files(mail)}${body}${text}
<details><summary>Headers</summary><dl class="facts">${headers}</dl></details>
<p><a href="/api/mails/${mail.id}/raw">Download the mail (.eml)</a></p>`,
  );
}

function files({ id, parts }: WholeMail): string {
  if (parts.length === 0) return '';
  const items = parts.map(
    ({ filename, mimeType, size }, index) =>
      `<li><a href="/api/mails/${id}/attachment-${index}">${escapeHtml(filename)}</a> <small>${escapeHtml(mimeType)}, ${Math.ceil(size / 1024)} kB</small></li>`,
  );
  return `<ul class="files">${items.join('')}</ul>`;
}

export const missingPage = () =>
  frame('Not found', '<h1>No such mail</h1><p>It may have been deleted. <a href="/">Back to the inbox</a></p>');

const moment = (iso: string) => iso.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
