import type { MessageFacts, MessageLanguage, MessageTheme } from './message-facts';
import { colour, markup, type Markup, pictureData, trusted, webAddress } from './markup';
import type { Block } from './message-blocks';

export interface EmailParts {
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly preheader: string;
  readonly title: string;
  readonly sender: string; // as the header names it
  readonly logo: string | null;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
  readonly theme: MessageTheme;
  readonly font: MessageFacts['brand']['font'];
}

const ours = {
  light: { page: '#f6f7f8', surface: '#ffffff', text: '#1a1d21', muted: '#50575e', line: '#d5d9de' },
  dark: { page: '#14171a', surface: '#1d2125', text: '#eef1f4', muted: '#b6bdc5', line: '#3a4149' },
};
const fonts = {
  system: "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  serif: "Georgia,Cambria,'Times New Roman',serif",
  humanist: "'Gill Sans',Calibri,'Trebuchet MS',sans-serif",
  inter: "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  source_serif: "'Source Serif 4',Georgia,Cambria,'Times New Roman',serif",
  atkinson: "'Atkinson Hyperlegible',Verdana,'Segoe UI',Helvetica,Arial,sans-serif",
};

/**
 * An e-mail for every reader: tables for the frame, 600 px, colours as hex, one button drawn with table and border,
 * no picture needed to understand it, no request to anywhere. Dark readers get the dark tokens of the brand.
 */
export function emailHtmlOf(parts: EmailParts): string {
  const { light } = parts.theme;
  const font = fonts[parts.font ?? 'system'];
  const logo = pictureData(parts.logo, ['png', 'jpeg']);
  return markup`<!doctype html>
<html lang="${parts.language}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${parts.subject}</title>
<style>${trusted(sheetOf(parts.theme))}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:${ours.light.page};color:${ours.light.text};font-family:${trusted(font)};">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${parts.preheader}${trusted('&#847;&zwnj;&nbsp;'.repeat(40))}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${ours.light.page}" style="background-color:${ours.light.page};">
<tr><td align="center" style="padding:0 12px 24px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;">
<tr><td class="band" height="6" bgcolor="${colour(light.band)}" style="height:6px;line-height:6px;font-size:0;background-color:${colour(light.band)};">&nbsp;</td></tr>
<tr><td class="text" style="padding:20px 4px;font-size:18px;line-height:24px;font-weight:bold;color:${ours.light.text};">${logo ? markup`<img src="${logo}" alt="" height="36" style="height:36px;width:auto;vertical-align:middle;border:0;margin-right:10px;">` : null}${parts.sender}</td></tr>
<tr><td class="card" bgcolor="${ours.light.surface}" style="padding:28px 24px;background-color:${ours.light.surface};border:1px solid ${ours.light.line};border-radius:${radiusOf(parts.theme)}px;">
<h1 class="text" style="margin:0 0 16px;font-size:24px;line-height:30px;color:${ours.light.text};">${parts.title}</h1>
${parts.blocks.map((block) => blockHtml(block, parts.theme))}
</td></tr>
<tr><td class="muted" style="padding:20px 4px;font-size:14px;line-height:21px;color:${ours.light.muted};">
${parts.footer.map(
  (line) => markup`<p style="margin:0 0 8px;">${linked(line, parts.theme)}</p>
`,
)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.text;
}

const radiusOf = ({ radius }: MessageTheme) => Math.min(16, Math.max(0, Number(radius) || 0));
const paragraphStyle = `margin:0 0 16px;font-size:16px;line-height:24px;color:${ours.light.text};`;

function blockHtml(block: Block, theme: MessageTheme): Markup {
  const { light } = theme;
  switch (block.kind) {
    case 'paragraph':
      return markup`<p class="text" style="${paragraphStyle}">${block.text.split('\n').map((line, i) => markup`${i > 0 ? trusted('<br>') : null}${linked(line, theme)}`)}</p>
`;
    case 'small':
      return markup`<p class="muted line" style="margin:16px 0 0;padding-top:16px;border-top:1px solid ${ours.light.line};font-size:14px;line-height:21px;color:${ours.light.muted};">${block.title ? markup`<strong>${block.title}</strong><br>` : null}${linked(block.text, theme)}</p>
`;
    case 'heading':
      return headingHtml(block.text);
    case 'amount':
      return markup`<p class="muted" style="margin:0;font-size:14px;line-height:21px;color:${ours.light.muted};">${block.label}</p>
<p class="text" style="margin:0 0 16px;font-size:32px;line-height:40px;font-weight:bold;color:${ours.light.text};">${block.value}</p>
`;
    case 'table':
      return tableHtml(block);
    case 'pairs':
      return markup`${headingHtml(block.title)}<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;">
${block.rows.map(
  ([
    label,
    value,
  ]) => markup`<tr><th scope="row" class="muted" align="left" valign="top" width="38%" style="padding:5px 12px 5px 0;font-size:14px;line-height:21px;font-weight:normal;color:${ours.light.muted};">${label}</th><td class="text" valign="top" style="padding:4px 0;font-size:16px;line-height:24px;color:${ours.light.text};">${value}</td></tr>
`,
)}</table>
${
  block.after
    ? markup`<p class="text" style="${paragraphStyle}">${block.after}</p>
`
    : null
}`;
    case 'button':
      return markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px;"><tr><td class="button" align="center" bgcolor="${colour(light.accent)}" style="background-color:${colour(light.accent)};border:1px solid ${colour(light.edge)};border-radius:${radiusOf(theme)}px;mso-padding-alt:14px 28px;"><a class="button-ink" href="${webAddress(block.url)}" style="display:inline-block;padding:14px 28px;font-size:16px;line-height:20px;font-weight:bold;color:${colour(light.onAccent)};text-decoration:none;">${block.label}</a></td></tr></table>
`;
    case 'access':
      return markup`<p class="text" style="${paragraphStyle}">${block.text}</p>
<p class="text" style="${paragraphStyle}">${block.rows.map(([label, value]) => markup`${label}&nbsp;: <strong>${value}</strong><br>`)}</p>
`;
    case 'quote':
      return markup`${headingHtml(block.title)}<p class="muted" style="margin:0 0 8px;font-size:14px;line-height:21px;color:${ours.light.muted};">${block.intro}</p>
${block.lines.map(
  (line) => markup`<p class="muted" lang="fr" style="margin:0 0 12px;font-size:14px;line-height:21px;color:${ours.light.muted};">${line}</p>
`,
)}`;
    case 'note':
      return markup`<p class="text edge" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:4px solid ${colour(light.edge)};font-size:16px;line-height:24px;color:${ours.light.text};">${block.lines.map((line, i) => markup`${i > 0 ? trusted('<br>') : null}${line}`)}</p>
`;
  }
}

function headingHtml(text: string): Markup {
  return markup`<h2 class="text" style="margin:24px 0 8px;font-size:18px;line-height:24px;color:${ours.light.text};">${text}</h2>
`;
}

function tableHtml({ title, columns, rows, total }: Extract<Block, { kind: 'table' }>): Markup {
  const last = columns.length - 1;
  const align = (i: number) => (i === last ? 'right' : 'left');
  const cell = (text: string, i: number) =>
    i === 0
      ? markup`<th scope="row" class="text line" align="left" valign="top" style="padding:10px 12px 10px 0;border-bottom:1px solid ${ours.light.line};font-size:16px;line-height:22px;font-weight:normal;color:${ours.light.text};">${text}</th>`
      : markup`<td class="text line" align="${align(i)}" valign="top" style="padding:10px 0 10px ${i === last ? '12' : '0'}px;border-bottom:1px solid ${ours.light.line};font-size:16px;line-height:22px;color:${ours.light.text};${i === last ? 'white-space:nowrap;' : ''}">${text}</td>`;
  return markup`${headingHtml(title)}<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;border-collapse:collapse;">
${
  columns.every((column) => column === '' || columns.length === 2)
    ? null
    : markup`<tr>${columns.map((column, i) => markup`<th scope="col" class="muted line" align="${align(i)}" style="padding:0 ${i === last ? '0' : '12'}px 6px 0;border-bottom:1px solid ${ours.light.line};font-size:14px;line-height:20px;font-weight:normal;color:${ours.light.muted};">${column}</th>`)}</tr>
`
}${rows.map(
    (row) => markup`<tr>${row.map(cell)}</tr>
`,
  )}${
    total
      ? markup`<tr><th scope="row" class="text" align="left" colspan="${last}" style="padding:10px 12px 10px 0;font-size:16px;line-height:22px;color:${ours.light.text};">${total[0]}</th><td class="text" align="right" style="padding:10px 0;font-size:16px;line-height:22px;font-weight:bold;white-space:nowrap;color:${ours.light.text};">${total[1]}</td></tr>
`
      : null
  }</table>
`;
}

/** Web and mail addresses inside a sentence become links. */
function linked(text: string, theme: MessageTheme): Markup {
  const pieces = text.split(/(https?:\/\/[^\s"'<>\\]+[^\s"'<>\\.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/);
  const link = (target: string, shown: string) =>
    markup`<a class="link" href="${target}" style="color:${colour(theme.light.link)};text-decoration:underline;">${shown}</a>`;
  return markup`${pieces.map((piece, i) => (i % 2 === 0 ? markup`${piece}` : link(piece.includes('://') ? piece : `mailto:${piece}`, piece)))}`;
}

function sheetOf({ dark }: MessageTheme): string {
  const { page, surface, text, muted, line } = ours.dark;
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:${page}!important}.card{background-color:${surface}!important;border-color:${line}!important}
.text{color:${text}!important}.muted{color:${muted}!important}.line{border-color:${line}!important}
.band{background-color:${colour(dark.band)}!important}.link{color:${colour(dark.link)}!important}.edge{border-color:${colour(dark.edge)}!important}
.button{background-color:${colour(dark.accent)}!important;border-color:${colour(dark.edge)}!important}.button-ink{color:${colour(dark.onAccent)}!important}
}`;
}
