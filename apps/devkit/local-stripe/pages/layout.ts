import { createHash } from 'node:crypto';
import { html, Html } from './html';
import type { Words } from './words';

const STYLE = `
:root{color-scheme:light dark;--page:#f4f6f8;--box:#fff;--ink:#1b2733;--soft:#566573;--line:#c8d1da;--main:#1f4e79;--on-main:#fff;--bad:#a61b29;--bad-bg:#fdf0f1;--test:#fff4d6;--test-ink:#5c4300;--focus:#2f7fd1}
@media (prefers-color-scheme:dark){:root{--page:#12181e;--box:#1b232b;--ink:#e8edf2;--soft:#a7b4c0;--line:#3b4855;--main:#7fb4e6;--on-main:#0d1a26;--bad:#ff9aa4;--bad-bg:#3a1d21;--test:#3d3110;--test-ink:#ffe3a0;--focus:#8cc4ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
.banner{margin:0;background:var(--test);color:var(--test-ink);text-align:center;padding:.5rem 1rem;font-size:.875rem;font-weight:600}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:grid;gap:1.5rem}
.narrow{max-width:32rem}
@media (min-width:48rem){main.two{grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:2.5rem;padding-top:3rem;align-items:start}}
h1{font-size:1.125rem;font-weight:600;margin:0;color:var(--soft)}
h2{font-size:1.125rem;margin:0 0 1rem}
.total{font-size:2rem;font-weight:650;margin:.25rem 0 1.25rem;font-variant-numeric:tabular-nums}
.lines{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
.lines li{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.lines small,.soft{color:var(--soft);font-size:.875rem}.lines small{display:block}
.amount{white-space:nowrap;font-variant-numeric:tabular-nums}
.merchant{margin:0 0 1rem;font-weight:650;font-size:1.125rem}
.box h1{color:var(--ink);margin:0 0 1rem}
.box{background:var(--box);border:1px solid var(--line);border-radius:10px;padding:1.25rem}
.tabs{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.5rem;margin:0 0 1.25rem}
.tabs a{display:block;text-align:center;padding:.6rem .5rem;border:1px solid var(--line);border-radius:8px;color:var(--ink);text-decoration:none}
.tabs a[aria-current]{border:2px solid var(--main);font-weight:600;padding:calc(.6rem - 1px) .5rem}
label{display:block;font-weight:600;font-size:.9rem;margin:0 0 .3rem}
.field{margin:0 0 1rem}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:0 1rem}
input{width:100%;font:inherit;color:inherit;background:var(--box);border:1px solid var(--soft);border-radius:6px;padding:.65rem .75rem;min-height:2.75rem}
input::placeholder{color:var(--soft);opacity:1}
input[aria-invalid]{border:2px solid var(--bad)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.error{color:var(--bad);font-size:.875rem;margin:.3rem 0 0}
.alert{background:var(--bad-bg);color:var(--bad);border-left:4px solid var(--bad);padding:.75rem 1rem;margin:0 0 1.25rem;border-radius:4px}
button,.button{font:inherit;font-weight:600;border:1px solid var(--main);border-radius:8px;background:var(--main);color:var(--on-main);padding:.75rem 1rem;cursor:pointer;min-height:2.75rem;text-decoration:none;display:inline-block}
.wide{width:100%;text-align:center}.quiet{background:transparent;color:var(--main)}
a{color:var(--main)}details{margin-top:1.5rem;font-size:.875rem}summary{cursor:pointer}
code{font-family:ui-monospace,"Liberation Mono",monospace;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.75rem 0 0}dd{margin:0;color:var(--soft)}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}.row{display:flex;flex-wrap:wrap;gap:.5rem}.row form{margin:0}.small{padding:.3rem .6rem;min-height:2rem;font-size:.85rem}
main.broad{max-width:80rem}
`;

/** Made outside the page: what a formatter adds around the sheet would change its hash. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script at all; the one style sheet by its hash; forms may lead on to the merchant's address. */
export const PAGE_HEADERS: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  // Browsers hold form-action also against the redirect after the post, and that leads to the merchant's site.
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export function page(words: Pick<Words, 'lang' | 'banner'>, title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <p class="banner" role="note">${words.banner}</p>
        ${content}
      </body>
    </html>`.source;
}

/** A page that only says something. */
export function notice(words: Words, title: string, text: string, link?: { url: string; label: string }): string {
  const way = link && html`<p><a class="button" href="${link.url}">${link.label}</a></p>`;
  return page(
    words,
    title,
    html`<main class="narrow">
      <div class="box">
        <h1>${title}</h1>
        <p>${text}</p>
        ${way}
      </div>
    </main>`,
  );
}
