import fc from 'fast-check';
import { apcaContrast, contrastRatio, fromOklch, normaliseHex, toOklch } from './oklch';

describe('oklch', () => {
  it.each([
    ['#ffffff', 1, 0],
    ['#000000', 0, 0],
    ['#ff0000', 0.628, 0.2577],
    ['#0000ff', 0.452, 0.3132],
  ])('reads %s as lightness %f and chroma %f', (hex, lightness, chroma) => {
    expect(toOklch(hex).lightness).toBeCloseTo(lightness, 3);
    expect(toOklch(hex).chroma).toBeCloseTo(chroma, 3);
  });

  it('comes back to the same colour for every screen colour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const hex = `#${value.toString(16).padStart(6, '0')}`;
        expect(fromOklch(toOklch(hex))).toBe(hex);
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('measures contrast as WCAG 2 and APCA 0.1.9 publish it', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBe(21);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(apcaContrast('#888888', '#ffffff')).toBeCloseTo(63.06, 1);
    expect(apcaContrast('#ffffff', '#888888')).toBeCloseTo(68.54, 1);
    expect(apcaContrast('#000000', '#aaaaaa')).toBeCloseTo(58.15, 1);
    expect(apcaContrast('#aaaaaa', '#000000')).toBeCloseTo(56.24, 1);
  });

  it('writes any hex the same way', () => {
    expect(['#ABC', 'abc', ' #AaBbCc '].map(normaliseHex)).toEqual(['#aabbcc', '#aabbcc', '#aabbcc']);
  });
});
