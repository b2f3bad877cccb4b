import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { LogoRefused } from './logo.errors';
import { harmlessDeclarations, harmlessSheet, isHarmlessValue, svgAttributes, svgElements } from './svg-words.rules';

/** Bytes, elements, levels and copies a logo may have. */
export const svgLimits = { bytes: 100_000, cleanBytes: 60_000, elements: 2_000, depth: 24, uses: 40 } as const;

export interface CleanSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** How many elements and attributes were left out. */
  readonly removed: number;
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  allowBooleanAttributes: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Writes an SVG anew from what the allow-list knows: shapes, text, gradients, clips; no script, no event, no foreign content,
 * no animation, no address outside the picture. Throws LogoRefused: document types and entities are refused, not mended.
 */
export function cleanSvg(bytes: Buffer): CleanSvg {
  if (bytes.length > svgLimits.bytes) throw new LogoRefused('too_large', { kilobytes: svgLimits.bytes / 1000 });
  const text = decoded(bytes);
  if (/<!(?!--|\[CDATA\[)/.test(text)) throw new LogoRefused('has_doctype');
  if (XMLValidator.validate(text, { allowBooleanAttributes: true }) !== true) throw new LogoRefused('broken');
  const root = parsed(text).find((node) => nameOf(node) === 'svg');
  if (!root) throw new LogoRefused('unknown_format');
  const state = { elements: 0, removed: 0, uses: 0, drawn: 0 };
  const { width, height, viewBox } = sizeOf(attributesOf(root));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}">${childrenOf(root, 1, state, idsOf(root))}</svg>`;
  if (state.drawn === 0) throw new LogoRefused('nothing_left');
  if (svg.length > svgLimits.cleanBytes) throw new LogoRefused('too_complex', { kilobytes: svgLimits.cleanBytes / 1000 });
  return { svg, width, height, removed: state.removed };
}

/** The parser refuses what would be names of its own objects. */
function parsed(text: string): Node[] {
  try {
    return parser.parse(text) as Node[];
  } catch {
    throw new LogoRefused('broken');
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '\uFFFF');
  } catch {
    throw new LogoRefused('broken');
  }
}

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const attributesOf = (node: Node): Record<string, string> => (node[':@'] as Record<string, string> | undefined) ?? {};
const insideOf = (node: Node): Node[] => {
  const inside = node[nameOf(node)];
  return Array.isArray(inside) ? (inside as Node[]) : [];
};

interface State {
  elements: number;
  removed: number;
  uses: number;
  drawn: number;
}

/** Which ids exist, and whether a copy of that element would copy copies: those are how a small file becomes a huge picture. */
function idsOf(root: Node): ReadonlyMap<string, boolean> {
  const ids = new Map<string, boolean>();
  const visit = (node: Node): boolean => {
    const copies = insideOf(node).map(visit).includes(true) || nameOf(node) === 'use';
    const { id } = attributesOf(node);
    if (id) ids.set(id, copies);
    return copies;
  };
  visit(root);
  return ids;
}

function childrenOf(node: Node, depth: number, state: State, ids: ReadonlyMap<string, boolean>): string {
  if (depth > svgLimits.depth) throw new LogoRefused('too_complex', { levels: svgLimits.depth });
  return insideOf(node)
    .map((child) => elementOf(child, depth, state, ids, nameOf(node)))
    .join('');
}

const drawing = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'use']);

function elementOf(node: Node, depth: number, state: State, ids: ReadonlyMap<string, boolean>, parent: string): string {
  const name = nameOf(node);
  if (name === '#text') return ['text', 'tspan', 'title', 'desc'].includes(parent) ? escaped(spelledOut(String(node['#text']))) : '';
  if (++state.elements > svgLimits.elements) throw new LogoRefused('too_complex', { elements: svgLimits.elements });
  if (name === 'style') {
    const sheet = harmlessSheet(insideOf(node).map(wordsOf).join(''));
    if (sheet === '') state.removed++;
    return sheet && `<style>${sheet}</style>`;
  }
  if (!svgElements.has(name)) return (state.removed++, '');
  const attributes = attributesToKeep(name, attributesOf(node), state, ids);
  if (attributes === null) return (state.removed++, '');
  if (name === 'use' && ++state.uses > svgLimits.uses) throw new LogoRefused('too_complex', { copies: svgLimits.uses });
  if (drawing.has(name)) state.drawn++;
  const inside = childrenOf(node, depth + 1, state, ids);
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}

const wordsOf = (node: Node): string =>
  nameOf(node) === '#text' ? String(node['#text']) : nameOf(node) === '#cdata' ? insideOf(node).map(wordsOf).join('') : '';

/** Null: the element means nothing without what it refers to, or would copy copies. */
function attributesToKeep(
  element: string,
  attributes: Readonly<Record<string, string>>,
  state: State,
  ids: ReadonlyMap<string, boolean>,
): string | null {
  const kept: string[] = [];
  let target: string | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value);
    if ((name === 'href' || name === 'xlink:href') && /^#[\w.:-]+$/.test(text)) {
      if (!['use', 'linearGradient', 'radialGradient'].includes(element)) state.removed++;
      else if (target === undefined) kept.push(` href="${(target = text)}"`);
    } else if ((name === 'id' || name === 'class') && /^[\w.: -]{1,100}$/.test(text)) kept.push(` ${name}="${text}"`);
    else if (name === 'style') {
      const style = harmlessDeclarations(text);
      if (style) kept.push(` style="${escaped(style)}"`);
      else state.removed++;
    } else if (svgAttributes.has(name) && isHarmlessValue(text)) kept.push(` ${name}="${escaped(text)}"`);
    else if (name !== 'xmlns' && !name.startsWith('xmlns:')) state.removed++;
  }
  if (element === 'use' && (target === undefined || ids.get(target.slice(1)) !== false)) return null;
  return kept.join('');
}

const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numbers, as letters of a text; they are escaped again when written. */
function spelledOut(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi, (_, name?: string, decimal?: string, hex?: string) =>
    name ? letters[name.toLowerCase()]! : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16)),
  );
}

/** Every sign that could end a text or an attribute is written as a number; control characters are left out. */
function escaped(text: string): string {
  return text.replace(/[&<>"'\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => (c < ' ' || c > '\ufffd' ? '' : `&#${c.charCodeAt(0)};`));
}

function sizeOf({ viewBox = '', width = '', height = '' }: Readonly<Record<string, string>>): {
  width: number;
  height: number;
  viewBox: string;
} {
  const box = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const length = (text: string) => (/^\d+(\.\d+)?(px)?$/.test(text.trim()) ? parseFloat(text) : NaN);
  const [w, h] = box.length === 4 && box.every(Number.isFinite) ? [box[2]!, box[3]!] : [length(width), length(height)];
  if (!(w > 0 && h > 0 && w < 1e5 && h < 1e5 && w / h <= 20 && h / w <= 5)) throw new LogoRefused('no_size');
  const scale = Math.min(640 / w, 200 / h, 1) < 1 || w < 32 ? Math.min(640 / w, 200 / h) : 1;
  return {
    width: Math.max(1, Math.round(w * scale)),
    height: Math.max(1, Math.round(h * scale)),
    viewBox: box.length === 4 && box.every(Number.isFinite) ? box.join(' ') : `0 0 ${w} ${h}`,
  };
}
