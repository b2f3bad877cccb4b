/**
 * Colour core: sRGB hex, OKLCH (Björn Ottosson's OKLab in polar form) and the two contrast measures.
 * Pure arithmetic, no dependency. Hex texts are `#rrggbb` in small letters.
 */
export type Hex = string;

export interface Oklch {
  readonly lightness: number; // 0 black .. 1 white
  readonly chroma: number; // 0 grey .. about 0.4
  readonly hue: number; // radians
}

type Triple = readonly [number, number, number];

const expand = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const compress = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

/** Reads `#abc` or `#aabbcc` in any case and writes `#aabbcc`; throws a TypeError for anything else. */
export function normaliseHex(text: string): Hex {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (!digits) throw new TypeError(`Not a colour: ${text.slice(0, 40)}`);
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}

function channels(hex: Hex): Triple {
  const value = Number.parseInt(normaliseHex(hex).slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function toOklch(hex: Hex): Oklch {
  const [r, g, b] = channels(hex).map(expand) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

function linear({ lightness, chroma, hue }: Oklch): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const inGamut = (colour: Oklch) => linear(colour).every((light) => light >= -0.0005 && light <= 1.0005);

/** The nearest screen colour of the same lightness and hue: chroma is lowered until it can be shown. */
export function fromOklch(colour: Oklch): Hex {
  const lightness = Math.min(1, Math.max(0, colour.lightness));
  let shown: Oklch = { ...colour, lightness };
  if (!inGamut(shown)) {
    let low = 0;
    let high = shown.chroma;
    for (let i = 0; i < 16; i++) {
      const middle = (low + high) / 2;
      if (inGamut({ ...shown, chroma: middle })) low = middle;
      else high = middle;
    }
    shown = { ...shown, chroma: low };
  }
  const bytes = linear(shown).map((light) => Math.round(255 * compress(Math.min(1, Math.max(0, light)))));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(hex: Hex): number {
  const [r, g, b] = channels(hex).map(expand) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrastRatio(one: Hex, other: Hex): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Lightness contrast of a text on a ground as APCA 0.1.9 computes it, without sign: 0 to about 108. */
export function apcaContrast(text: Hex, ground: Hex): number {
  const screen = (hex: Hex) => {
    const [r, g, b] = channels(hex);
    const y = 0.2126729 * r ** 2.4 + 0.7151522 * g ** 2.4 + 0.072175 * b ** 2.4;
    return y < 0.022 ? y + (0.022 - y) ** 1.414 : y;
  };
  const [ink, paper] = [screen(text), screen(ground)];
  if (Math.abs(paper - ink) < 0.0005) return 0;
  const raw = paper > ink ? (paper ** 0.56 - ink ** 0.57) * 1.14 : (ink ** 0.62 - paper ** 0.65) * 1.14;
  return raw < 0.1 ? 0 : (raw - 0.027) * 100;
}
