import { embeddedFontFaces } from '@amiable/clients';
import type { MessageFacts, MessageLanguage, MessageTheme } from './message-facts';
import { colour, markup, type Markup, pictureData, trusted } from './markup';
import type { Block } from './message-blocks';

export interface LetterParts {
  readonly language: MessageLanguage;
  readonly title: string;
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  readonly logo: string | null;
  readonly recipient: readonly string[];
  readonly placeAndDay: string;
  readonly references: ReadonlyArray<readonly [string, string]>;
  readonly greeting: string | null;
  readonly blocks: readonly Block[];
  readonly closing: readonly string[];
  readonly footer: string; // identity, at the foot of every page
  readonly pageWord: string;
  readonly theme: MessageTheme;
  readonly font: MessageFacts['brand']['font'];
}

const fonts = {
  system: "Inter,'Source Sans 3','Noto Sans','Segoe UI','Liberation Sans','DejaVu Sans',Arial,sans-serif",
  serif: "'Source Serif 4',Charter,'Noto Serif',Georgia,'Liberation Serif','DejaVu Serif',serif",
  humanist: "'Open Sans',Calibri,Carlito,'Noto Sans','DejaVu Sans',sans-serif",
  inter: "Inter,'Noto Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif",
  source_serif: "'Source Serif 4','Noto Serif',Georgia,'Liberation Serif','DejaVu Serif',serif",
  atkinson: "'Atkinson Hyperlegible','Noto Sans',Verdana,'DejaVu Sans',sans-serif",
};

/**
 * An A4 letter for print: address where the window of a French envelope (DL, 35 x 100 mm, right) shows it, folding
 * marks, pages numbered by style. Nothing is loaded from anywhere; a font of ours stands inside, others are those of the printer's machine.
 */
export function letterHtmlOf(parts: LetterParts): string {
  const logo = pictureData(parts.logo, ['png', 'jpeg', 'svg+xml']);
  return markup`<!doctype html>
<html lang="${parts.language}" dir="ltr">
<head>
<meta charset="utf-8">
<title>${parts.title}</title>
<style>${trusted(sheetOf(parts))}</style>
</head>
<body>
<div class="fold first" aria-hidden="true"></div><div class="fold second" aria-hidden="true"></div>
<header>
<div class="sender">${logo ? markup`<img src="${logo}" alt="">` : markup`<span class="tile" aria-hidden="true"></span>`}<p class="name">${parts.sender.name}</p>${parts.sender.lines.map((line) => markup`<p>${line}</p>`)}</div>
<address class="window">${parts.recipient.map((line) => markup`<p>${line}</p>`)}</address>
</header>
<main>
<div class="meta"><dl>${parts.references.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl><p class="day">${parts.placeAndDay}</p></div>
<h1>${parts.title}</h1>
${
  parts.greeting
    ? markup`<p>${parts.greeting}</p>
`
    : null
}${parts.blocks.map(blockHtml)}
<div class="closing">${parts.closing.map((line) => markup`<p>${line}</p>`)}</div>
</main>
</body>
</html>
`.text;
}

function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<p>${block.text}</p>
`;
    case 'small':
      return markup`<section class="small">${block.title ? markup`<h2>${block.title}</h2>` : null}<p>${block.text}</p></section>
`;
    case 'heading':
      return markup`<h2>${block.text}</h2>
`;
    case 'amount':
      return markup`<p class="amount"><span>${block.label}</span><strong>${block.value}</strong></p>
`;
    case 'table':
      return markup`<table><caption>${block.title}</caption><thead><tr>${block.columns.map((column) => (column === '' ? markup`<td></td>` : markup`<th scope="col">${column}</th>`))}</tr></thead><tbody>${block.rows.map((row) => markup`<tr>${row.map((cell, i) => (i === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`))}</tr>`)}${block.total ? markup`<tr class="total"><th scope="row" colspan="${block.columns.length - 1}">${block.total[0]}</th><td>${block.total[1]}</td></tr>` : null}</tbody></table>
`;
    case 'pairs': {
      const picture = block.picture && pictureData(block.picture.dataUri, ['png', 'svg+xml']);
      return markup`<section class="pairs"><h2>${block.title}</h2><div class="side"><div><dl>${block.rows.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>${picture && block.picture ? markup`<p class="hint">${block.picture.hint}</p>` : null}</div>${picture && block.picture ? markup`<img class="qr" src="${picture}" alt="${block.picture.alt}">` : null}</div>${block.after ? markup`<p>${block.after}</p>` : null}</section>
`;
    }
    case 'button':
      return markup`<p>${block.label} ${block.url}</p>
`;
    case 'access': {
      const qr = block.qr && pictureData(block.qr, ['png']);
      return markup`<section class="access"><div class="side"><div><p>${block.text}</p><dl>${block.rows.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></div>${qr ? markup`<img class="door" src="${qr}" alt="">` : null}</div></section>
`;
    }
    case 'quote':
      return markup`<section class="small"><h2>${block.title}</h2><p>${block.intro}</p><blockquote lang="fr">${block.lines.map((line) => markup`<p>${line}</p>`)}</blockquote></section>
`;
    case 'note':
      return markup`<div class="note">${block.lines.map((line) => markup`<p>${line === '' ? trusted('&nbsp;') : line}</p>`)}</div>
`;
  }
}

/** Text inside a CSS string: everything that is not plain is written as a code point. */
function cssString(text: string): string {
  return `"${text.replace(/[^0-9A-Za-zÀ-ÿ ,.\u2013-]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;
}

function sheetOf({ theme, font, footer, pageWord }: LetterParts): string {
  const { light } = theme;
  const foot = `font-size:8pt;color:#50575e;vertical-align:top;font-family:${fonts[font ?? 'system']}`;
  return `${embeddedFontFaces(font ?? 'system')}
@page{size:A4;margin:18mm 0 21mm;
@bottom-left{content:${cssString(footer)};width:150mm;padding:3mm 0 0 20mm;${foot}}
@bottom-right{content:${cssString(`${pageWord} `)} counter(page) " / " counter(pages);padding:3mm 20mm 0 0;${foot}}}
@page:first{margin-top:0}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;padding:0 20mm;position:relative;font:10pt/1.4 ${fonts[font ?? 'system']};color:#1a1d21;overflow-wrap:break-word}
p,dl,dd,h1,h2,blockquote{margin:0}
header{height:83mm;position:relative}
.sender{position:absolute;top:14mm;left:0;width:80mm;font-size:9.5pt;line-height:1.35;border-top:1.2mm solid ${colour(light.band)};padding-top:4mm}
.sender img{display:block;height:12mm;max-width:60mm;margin-bottom:2mm}
.tile{display:none}
.sender .name{font-size:13pt;font-weight:700;margin-bottom:1mm}
.window{position:absolute;top:48mm;left:85mm;width:80mm;max-height:30mm;overflow:hidden;font-style:normal;font-size:10.5pt;line-height:1.3}
.fold{position:absolute;left:5mm;width:5mm;border-top:.2mm solid #9aa2aa}
.first{top:99mm}.second{top:198mm}
.meta{display:flex;justify-content:space-between;gap:8mm;margin-bottom:5mm;font-size:9.5pt}
.meta dl div{display:flex;gap:2mm}.meta dt{color:#50575e}.meta dd{font-weight:600}
.day{text-align:right;white-space:nowrap}
h1{font-size:13pt;line-height:1.3;margin-bottom:4mm}
h2,caption{font-size:10pt;font-weight:700;line-height:1.3;margin-bottom:1.5mm;text-align:left;break-after:avoid}
main>p{margin-bottom:3mm;orphans:3;widows:3}
.amount{display:flex;align-items:baseline;gap:4mm;margin:0 0 3mm}
.amount span{color:#50575e}.amount strong{font-size:17pt;line-height:1.2}
table{width:100%;border-collapse:collapse;margin:1mm 0 5mm;font-variant-numeric:tabular-nums}
caption{margin:0 0 1mm}
th,td{padding:1.1mm 0 1.1mm 4mm;border-bottom:.2mm solid #c3c9cf;text-align:left;font-weight:400;vertical-align:top}
th:first-child,td:first-child{padding-left:0}
thead th{font-size:9pt;color:#50575e}thead{display:table-header-group}
tr{break-inside:avoid}
th:last-child,td:last-child{text-align:right;white-space:nowrap}
.total th,.total td{font-weight:700;border-bottom:0;border-top:.3mm solid #1a1d21}
section{margin:3.5mm 0;break-inside:avoid}
.pairs{margin-bottom:3mm}
.side{display:flex;justify-content:space-between;gap:8mm;align-items:flex-start}
.pairs dl div{display:flex;gap:3mm;padding:.4mm 0}
.access dl{display:flex;flex-wrap:wrap;gap:1mm 8mm}
.pairs dt{width:42mm;flex:none;color:#50575e}.access dt{font-size:8.5pt;color:#50575e}
.pairs dd,.access dd{font-variant-numeric:tabular-nums}
.pairs section p,.pairs>p{margin-top:2mm}
.qr{width:31mm;height:31mm;flex:none;margin:-3mm 0 0}
.door{width:21mm;height:21mm;flex:none;margin:-1mm 0 0}
.hint{font-size:8.5pt;color:#50575e;margin-top:1mm}
.access{border:.4mm solid ${colour(light.edge)};border-radius:${Math.min(3, Number(theme.radius) / 4)}mm;padding:2.5mm 4mm}
.access p{margin-bottom:1mm}.access dd{font-weight:700}
.note{border-left:1mm solid ${colour(light.edge)};padding-left:4mm;margin:0 0 3mm}
.small{font-size:9pt;line-height:1.38}.small h2{font-size:9pt}
blockquote p{margin-top:1mm}
.closing{margin-top:4mm;break-inside:avoid;break-before:avoid}.closing p:last-child{font-weight:600;margin-top:2mm}
`;
}
