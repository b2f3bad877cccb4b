/** HTML that is safe to print; only `markup` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Printable = string | number | Markup | null | readonly (Markup | null)[];

/**
 * Builds HTML; every value that is not Markup itself is escaped, in text and in quoted attributes alike.
 * Not named `html`, so that no formatter moves the spaces inside.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + part + (i < values.length ? printed(values[i]!) : ''), ''));
}

function printed(value: Printable): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map((item) => (item === null ? '' : item.text)).join('');
  return escapeHtml(String(value));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Our own style sheets and colours that were checked; never a value of a case. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** A colour of a theme, or an error: what goes into a style is a colour and nothing else. */
export function colour(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new Error('A theme colour is not #rrggbb');
  return value;
}

/** An address for a link: http(s) only, or nothing. */
export function webAddress(url: string): string {
  return /^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? url : '';
}

/** A picture that came as data: the mime types given, base64, or nothing. */
export function pictureData(dataUri: string | null, types: readonly string[]): string {
  if (!dataUri) return '';
  const match = /^data:image\/([a-z+]+);base64,[A-Za-z0-9+/=]+$/.exec(dataUri);
  return match && types.includes(match[1]!) ? dataUri : '';
}
