import { apcaContrast, contrastRatio, fromOklch, type Hex, normaliseHex, toOklch } from './oklch';

/** What a brand says about its look; radius in px, 0 to 16. */
export interface BrandColours {
  readonly primary: string;
  readonly secondary?: string | null;
  readonly radius?: number;
}

/** Colours of one scheme, ready to print into a style sheet, a letter or an e-mail. */
export interface ThemeTokens {
  readonly band: Hex; // the brand's own colour, decoration only, no contrast duty
  readonly accent: Hex; // fill of the one button
  readonly onAccent: Hex; // its ink
  readonly accentHover: Hex;
  readonly edge: Hex; // border of button, checked radio, chosen card
  readonly link: Hex;
  readonly soft: Hex; // ground of a chosen card
}

export interface BrandTheme {
  readonly light: ThemeTokens;
  readonly dark: ThemeTokens;
  readonly radius: number;
}

export type Scheme = 'light' | 'dark';

/** Grounds and inks that are ours, the same for every brand. Status colours are ours too, never the brand's. */
export const surfaces = {
  light: { page: '#f6f7f8', surface: '#ffffff', text: '#1a1d21', muted: '#50575e', line: '#d5d9de' },
  dark: { page: '#14171a', surface: '#1d2125', text: '#eef1f4', muted: '#b6bdc5', line: '#3a4149' },
} as const;

export const inks = { white: '#ffffff', dark: '#14171a' } as const;

const legible = { ratio: 4.5, lc: 60 };
const lightnessStep = 0.005;

/**
 * From the colours of a brand to tokens that can be read, in both schemes (faces.md 7.1).
 * Gates: fill and ink, and links: WCAG 2 >= 4.5 and APCA Lc >= 60; edges: WCAG 2 >= 3 against page and surface.
 * The brand colour is kept wherever it passes; else only its lightness moves, as little as possible.
 * Throws a TypeError when a colour is not `#rgb` or `#rrggbb`.
 */
export function brandTheme({ primary, secondary, radius = 8 }: BrandColours): BrandTheme {
  const band = normaliseHex(primary);
  const second = secondary ? normaliseHex(secondary) : band;
  return {
    light: tokensFor('light', band, second),
    dark: tokensFor('dark', band, second),
    radius: Math.round(Math.min(16, Math.max(0, radius))),
  };
}

/** The ink for a small stripe or chip of a colour that is not ours to change: the better of white and near-black. */
export function onColourOf(hex: string): Hex {
  const ground = normaliseHex(hex);
  return contrastRatio(inks.white, ground) >= contrastRatio(inks.dark, ground) ? inks.white : inks.dark;
}

/** May this ink be read on this fill? The legal gate (WCAG 2) and the perceptual one (APCA) together. */
export function isLegible(ink: Hex, ground: Hex): boolean {
  return contrastRatio(ink, ground) >= legible.ratio && apcaContrast(ink, ground) >= legible.lc;
}

/** May this line be seen on both grounds of the scheme? WCAG 2.2, 1.4.11. */
export function isVisibleEdge(edge: Hex, scheme: Scheme): boolean {
  return grounds(scheme).every((ground) => contrastRatio(edge, ground) >= 3);
}

function tokensFor(scheme: Scheme, band: Hex, second: Hex): ThemeTokens {
  const accent = nearest(band, (fill) => inkFor(fill) !== undefined);
  const onAccent = inkFor(accent)!;
  return {
    band,
    accent,
    onAccent,
    accentHover: hoverOf(accent, onAccent),
    edge: nearest(band, (line) => isVisibleEdge(line, scheme)),
    link: nearest(second, (ink) => grounds(scheme).every((ground) => isLegible(ink, ground))),
    soft: softOf(second, scheme),
  };
}

const grounds = (scheme: Scheme): Hex[] => [surfaces[scheme].page, surfaces[scheme].surface];

function inkFor(fill: Hex): Hex | undefined {
  return [inks.white, inks.dark].filter((ink) => isLegible(ink, fill)).sort((a, b) => apcaContrast(b, fill) - apcaContrast(a, fill))[0];
}

/** The colour itself when it passes, else the one nearest in lightness that does; hue stays, chroma fits the screen. */
function nearest(hex: Hex, passes: (candidate: Hex) => boolean): Hex {
  if (passes(hex)) return hex;
  const colour = toOklch(hex);
  for (let move = lightnessStep; move <= 1; move += lightnessStep) {
    for (const lightness of [colour.lightness + move, colour.lightness - move]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = fromOklch({ ...colour, lightness });
      if (passes(candidate)) return candidate;
    }
  }
  throw new Error(`No lightness of ${hex} passes`); // black and white pass every gate above, so this is never reached
}

/** A little darker where the label still reads, else a little lighter: the hand feels the button answer. */
function hoverOf(accent: Hex, ink: Hex): Hex {
  const colour = toOklch(accent);
  const moved = [-0.04, 0.04, -0.02, 0.02].map((move) => fromOklch({ ...colour, lightness: colour.lightness + move }));
  return moved.find((fill) => fill !== accent && isLegible(ink, fill)) ?? accent;
}

function softOf(hex: Hex, scheme: Scheme): Hex {
  const colour = toOklch(hex);
  const tint = {
    ...colour,
    chroma: Math.min(colour.chroma, scheme === 'light' ? 0.025 : 0.04),
    lightness: scheme === 'light' ? 0.965 : 0.27,
  };
  return fromOklch(tint);
}
