import { brandTheme, inks, surfaces, type BrandColours, type Scheme } from './brand-theme.rules';
import { apcaContrast, contrastRatio, normaliseHex, toOklch, type Hex } from './oklch';

/** Where a colour of the brand is used: fill of the button, edges, links. */
export type LookRole = 'button' | 'edge' | 'link';
export type LookMove = 'kept' | 'darkened' | 'lightened';

/** One colour of the brand as it came and as it is used, with what an eye gets of both. Ratios: WCAG 2 (1 to 21) and APCA Lc (0 to 108). */
export interface LookCheck {
  readonly scheme: Scheme;
  readonly role: LookRole;
  readonly move: LookMove;
  readonly original: Hex;
  readonly used: Hex;
  /** What stands on it or behind it. */
  readonly against: Hex;
  readonly ratioBefore: number;
  readonly ratio: number;
  readonly lcBefore: number;
  readonly lc: number;
}

/** What the gates of faces.md 7.1 made of the colours of a brand, in both schemes. Throws a TypeError when a colour is none. */
export function lookChecks(colours: BrandColours): LookCheck[] {
  const theme = brandTheme(colours);
  const primary = normaliseHex(colours.primary);
  const second = colours.secondary ? normaliseHex(colours.secondary) : primary;
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const tokens = theme[scheme];
    const { page, surface } = surfaces[scheme];
    const hardest = (hex: Hex): Hex => (contrastRatio(hex, page) < contrastRatio(hex, surface) ? page : surface);
    return [
      check(scheme, 'button', primary, tokens.accent, betterInkOn(primary), tokens.onAccent),
      check(scheme, 'edge', primary, tokens.edge, hardest(primary), hardest(tokens.edge)),
      check(scheme, 'link', second, tokens.link, hardest(second), hardest(tokens.link)),
    ];
  });
}

function check(scheme: Scheme, role: LookRole, original: Hex, used: Hex, againstBefore: Hex, against: Hex): LookCheck {
  const [before, after] = [toOklch(original).lightness, toOklch(used).lightness];
  const contrast = (hex: Hex, ground: Hex) => (role === 'button' ? apcaContrast(ground, hex) : apcaContrast(hex, ground));
  return {
    scheme,
    role,
    move: used === original ? 'kept' : after < before ? 'darkened' : 'lightened',
    original,
    used,
    against,
    ratioBefore: rounded(contrastRatio(original, againstBefore)),
    ratio: rounded(contrastRatio(used, against)),
    lcBefore: Math.round(contrast(original, againstBefore)),
    lc: Math.round(contrast(used, against)),
  };
}

const betterInkOn = (fill: Hex): Hex => (contrastRatio(inks.white, fill) >= contrastRatio(inks.dark, fill) ? inks.white : inks.dark);

/** Down, never up: 4.499 is not 4.5. */
const rounded = (ratio: number): number => Math.floor(ratio * 100) / 100;
