import fc from 'fast-check';
import { lookChecks } from './brand-look.rules';

const of = (primary: string, secondary?: string) =>
  Object.fromEntries(lookChecks({ primary, secondary }).map((check) => [`${check.scheme} ${check.role}`, check]));

describe('what is made of a brand’s colours', () => {
  it('a yellow is kept on the button and darkened for links; the figures are those of the design', () => {
    const yellow = of('#ffdd00');
    expect(yellow['light button']).toMatchObject({ move: 'kept', used: '#ffdd00', against: '#14171a', ratio: 13.36 });
    expect(yellow['light edge']).toMatchObject({ move: 'darkened', used: '#a58e00' });
    expect(yellow['light link']).toMatchObject({ move: 'darkened', used: '#837100', ratioBefore: 1.25 });
    expect(yellow['dark link']).toMatchObject({ move: 'kept' });
  });

  it('a night blue is lightened where the ground is night too', () => {
    const blue = of('#0b2a4a');
    expect(blue['light button']).toMatchObject({ move: 'kept', against: '#ffffff' });
    expect(blue['dark edge']).toMatchObject({ move: 'lightened', used: '#4d6d92' });
    expect(blue['dark link']).toMatchObject({ move: 'lightened', used: '#95b8e0' });
  });

  it('links take the second colour where there is one', () => {
    expect(of('#ffdd00', '#0b2a4a')['light link']).toMatchObject({ move: 'kept', used: '#0b2a4a' });
  });

  it('whatever the colours: what is used passes both gates, and what is kept needed nothing', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, fc.option(hex, { nil: undefined }), (primary, secondary) => {
        for (const check of lookChecks({ primary, secondary })) {
          expect(check.ratio).toBeGreaterThanOrEqual(check.role === 'edge' ? 3 : 4.5);
          if (check.role !== 'edge') expect(check.lc).toBeGreaterThanOrEqual(60);
          if (check.move === 'kept') expect(check.used).toBe(check.original);
        }
      }),
      { numRuns: 300 },
    );
  });
});
