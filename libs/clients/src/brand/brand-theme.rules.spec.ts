import fc from 'fast-check';
import { type BrandTheme, brandTheme, inks, isLegible, isVisibleEdge, onColourOf, type Scheme, surfaces } from './brand-theme.rules';
import { apcaContrast, contrastRatio } from './oklch';

const schemes: readonly Scheme[] = ['light', 'dark'];
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

function failures(theme: BrandTheme): string[] {
  return schemes.flatMap((scheme) => {
    const { accent, onAccent, accentHover, edge, link, soft } = theme[scheme];
    const { page, surface, text, muted } = surfaces[scheme];
    const gates: Array<[string, boolean]> = [
      ['accent', isLegible(onAccent, accent)],
      ['accentHover', isLegible(onAccent, accentHover)],
      ['edge', isVisibleEdge(edge, scheme)],
      ['link on page', isLegible(link, page)],
      ['link on surface', isLegible(link, surface)],
      ['text on soft', contrastRatio(text, soft) >= 7],
      ['muted on soft', contrastRatio(muted, soft) >= 4.5],
      ['edge on soft', contrastRatio(edge, soft) >= 2.4],
    ];
    return gates.filter(([, passes]) => !passes).map(([gate]) => `${scheme} ${gate}`);
  });
}

describe('brand theme (faces.md 7.1)', () => {
  it('passes every gate for any brand colour, with or without a second one', () => {
    fc.assert(
      fc.property(hex, fc.option(hex, { nil: undefined }), (primary, secondary) => {
        expect(failures(brandTheme({ primary, secondary }))).toEqual([]);
      }),
      { seed: 20261122, numRuns: 1_500 },
    );
  });

  it.each(['#000000', '#ffffff', '#808080', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff', '#ff00ff'])(
    'passes every gate for the corner %s',
    (primary) => {
      expect(failures(brandTheme({ primary }))).toEqual([]);
    },
  );

  it('leaves the brand untouched in most cases and moves it as little as it can', () => {
    const colours = fc.sample(hex, { seed: 7, numRuns: 400 });
    const kept = colours.filter((primary) => brandTheme({ primary }).light.accent === primary);
    expect(kept.length / colours.length).toBeGreaterThan(0.6);
    for (const primary of colours) expect(brandTheme({ primary }).dark.band).toBe(primary);
  });

  it('keeps the yellow of a sunny brand, with dark ink and an edge that gives the button a shape', () => {
    const { light } = brandTheme({ primary: '#FFDD00' });
    expect(light).toMatchObject({ band: '#ffdd00', accent: '#ffdd00', onAccent: inks.dark, edge: '#a58e00', link: '#837100' });
    expect(contrastRatio(light.onAccent, light.accent)).toBeCloseTo(13.4, 1);
  });

  it('lightens an orange on which neither ink could be read', () => {
    expect(apcaContrast(inks.dark, '#ff7900')).toBeLessThan(60);
    expect(brandTheme({ primary: '#FF7900' }).light).toMatchObject({ band: '#ff7900', accent: '#ff9656', onAccent: inks.dark });
  });

  it('keeps a navy as fill and lightens its edge and links in the dark scheme', () => {
    const { light, dark } = brandTheme({ primary: '#0B2A4A' });
    expect(light).toMatchObject({ accent: '#0b2a4a', onAccent: inks.white, edge: '#0b2a4a', link: '#0b2a4a' });
    expect(dark).toMatchObject({ accent: '#0b2a4a', edge: '#4d6d92', link: '#95b8e0' });
  });

  it('takes links and soft grounds from the second colour', () => {
    const theme = brandTheme({ primary: '#ffdd00', secondary: '#003366' });
    expect(theme.light).toMatchObject({ accent: '#ffdd00', link: '#003366' });
  });

  it.each([
    [undefined, 8],
    [-3, 0],
    [40, 16],
    [6.4, 6],
  ])('reads a radius of %s as %s px', (radius, expected) => {
    expect(brandTheme({ primary: '#123', radius }).radius).toBe(expected);
  });

  it.each(['', 'red', '#12', '#12345g', 'url(x)', '#fff;}'])('refuses %j: what is printed into a style sheet is a colour', (primary) => {
    expect(() => brandTheme({ primary })).toThrow(TypeError);
  });

  it.each([
    ['#ffdd00', inks.dark],
    ['#0f766e', inks.white],
    ['#000', inks.white],
    ['#fff', inks.dark],
  ])('writes on a stripe of %s with %s', (stripe, ink) => {
    expect(onColourOf(stripe)).toBe(ink);
  });

  it('writes our own text and muted text legibly on our own grounds', () => {
    for (const scheme of schemes) {
      const { page, surface, text, muted } = surfaces[scheme];
      for (const ground of [page, surface]) {
        expect(contrastRatio(text, ground)).toBeGreaterThan(12);
        expect(isLegible(muted, ground)).toBe(true);
      }
    }
  });
});
