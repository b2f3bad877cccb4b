/** What a logo may be made of: drawing, and nothing that runs, loads, moves or speaks to the page. Everything else is left out. */
export const svgElements: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'mask',
  'symbol',
  'use',
  'title',
  'desc',
]);

const paint =
  'fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color clip-path clip-rule mask display visibility paint-order vector-effect shape-rendering';
const gradients = 'gradientUnits gradientTransform spreadMethod fx fy fr offset stop-color stop-opacity';
const masks = 'clipPathUnits maskUnits maskContentUnits mask-type';
const geometry = 'd points x y x1 y1 x2 y2 cx cy r rx ry width height transform viewBox preserveAspectRatio pathLength dx dy rotate';
const letters =
  'font-family font-size font-weight font-style font-stretch letter-spacing word-spacing text-anchor dominant-baseline text-rendering textLength lengthAdjust';

/** Attributes that draw. `id`, `class`, `style` and `href` have rules of their own. */
export const svgAttributes: ReadonlySet<string> = new Set([paint, gradients, masks, geometry, letters].join(' ').split(' '));

/** Of a style sheet or a style attribute only these properties are kept. */
export const svgProperties: ReadonlySet<string> = new Set(
  `${paint} ${letters} stop-color stop-opacity mask-type isolation mix-blend-mode`.split(' '),
);

/** May this value stand? `url(...)` only as a reference inside the picture; no escapes, no functions that load. */
export function isHarmlessValue(value: string): boolean {
  if (value.length > 200_000 || /[\\<>&@{}\0]/.test(value)) return false;
  const rest = value.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '');
  return !/url|src|image|import|expression|javascript|data:|https?:|\/\/|attr\s*\(|var\s*\(|element\s*\(|env\s*\(/i.test(rest);
}

/** The declarations of a style that may stay, as text. */
export function harmlessDeclarations(style: string): string {
  return style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(';')
    .map((declaration) => declaration.split(':'))
    .flatMap(([name = '', ...value]) => {
      const [property, text] = [name.trim().toLowerCase(), value.join(':').trim()];
      return svgProperties.has(property) && text !== '' && isHarmlessValue(text) ? [`${property}:${text}`] : [];
    })
    .join(';');
}

/** A style sheet of a drawing program, `.cls-1{fill:#f00}`: plain selectors with harmless declarations; the rest is left out. */
export function harmlessSheet(css: string): string {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '');
  const rules: string[] = [];
  for (const [, selectors, body] of plain.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    const kept = selectors!
      .split(',')
      .map((selector) => selector.trim())
      .filter((selector) => /^[.#]?[\w-]+( [.#]?[\w-]+){0,3}$/.test(selector));
    const declarations = harmlessDeclarations(body!);
    if (kept.length > 0 && declarations !== '') rules.push(`${kept.join(',')}{${declarations}}`);
  }
  return rules.join('');
}
