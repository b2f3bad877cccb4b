import type { PageBrand, SchemeTokens } from '../../../libs/web-kit/src/debtor-pages';
import sheet from './style/page.css?inline';

const fonts: Record<PageBrand['font'], string> = {
  system: "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',sans-serif",
  serif: "Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif",
  humanist: "Seravek,'Gill Sans Nova',Ubuntu,Calibri,Optima,Candara,'Noto Sans',sans-serif",
  inter: "Inter,system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif",
  source_serif: "'Source Serif 4',Charter,Cambria,Georgia,serif",
  atkinson: "'Atkinson Hyperlegible',Verdana,system-ui,'Noto Sans',sans-serif",
};

/** The sheet of every page with the colours of one brand in front; tokens are data, so each is checked before it is printed. */
export function styleOf(brand: PageBrand): string {
  const radius = `--r:${Number(brand.radius)}px;--font:${fonts[brand.font]}`;
  return `${facesOf(brand)}:root{${variables(brand.light)};${radius}}@media (prefers-color-scheme:dark){:root{${variables(brand.dark)}}}${sheet}`;
}

/** Files of our own host, named by their content; the text is read before they come. */
function facesOf({ fontFiles = [] }: PageBrand): string {
  return fontFiles
    .map(({ family, weight, name }) => {
      if (!/^[\w. -]+$/.test(family + name)) throw new Error('A font is not named like a file');
      return `@font-face{font-family:'${family}';font-weight:${Number(weight)};font-display:swap;src:url(/fonts/${name}) format('woff2')}`;
    })
    .join('');
}

/** A small square in the colour of the brand as tab icon: no request for /favicon.ico leaves the browser. */
export function iconOf(brand: PageBrand): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="${colour(brand.light.band)}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function variables(tokens: SchemeTokens): string {
  return [
    ['band', tokens.band],
    ['accent', tokens.accent],
    ['on-accent', tokens.onAccent],
    ['accent-h', tokens.accentHover],
    ['edge', tokens.edge],
    ['link', tokens.link],
    ['soft', tokens.soft],
  ]
    .map(([name, value]) => `--${name}:${colour(value!)}`)
    .join(';');
}

function colour(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new Error('A brand token is not a colour');
  return value;
}
