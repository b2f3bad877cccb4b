import type { WholeMail } from './mail.types';

/**
 * The HTML of a mail is shown without scripts and in an origin of its own; its links open in a new window.
 * Pictures come with the mail or from this machine (the brand's logo), never from the network.
 */
export const mailBodyPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; " +
  'img-src data: http://localhost:* http://127.0.0.1:*';

/** The HTML with its enclosed pictures (cid:...) put in place. */
export function mailBody({ html = '', parts }: WholeMail): string {
  const pictures = new Map(parts.map((part) => [part.contentId, part]));
  const complete = html.replace(/\bcid:([^"'\s)>]+)/g, (reference, name: string) => {
    const part = pictures.get(decodeURIComponent(name));
    if (!part || !/^image\/(png|jpe?g|gif|webp)$/.test(part.mimeType)) return reference;
    return `data:${part.mimeType};base64,${Buffer.from(part.content).toString('base64')}`;
  });
  // Behind the doctype, if there is one: before it the page would be drawn in quirks mode.
  const [doctype = ''] = /^\s*<!doctype[^>]*>/i.exec(complete) ?? [];
  return `${doctype}<base target="_blank">${complete.slice(doctype.length)}`;
}
