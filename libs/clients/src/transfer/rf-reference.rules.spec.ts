import fc from 'fast-check';
import { inGroupsOfFour, isRfReference, rfReferenceOf } from './rf-reference.rules';

describe('RF reference (ISO 11649, goldens of domain.md 6)', () => {
  it.each([
    ['539007547034', 'RF18539007547034'],
    ['CASE2026000123', 'RF21CASE2026000123'],
    ['2026000123', 'RF462026000123'],
    ['1', 'RF741'],
    ['case-2026/000 123', 'RF21CASE2026000123'],
  ])('of %s is %s', (reference, rf) => {
    expect(rfReferenceOf(reference)).toBe(rf);
  });

  it.each(['RF18539007547034', 'RF21CASE2026000123', 'RF462026000123', 'RF741', 'rf18 5390 0754 7034'])('accepts %s', (rf) => {
    expect(isRfReference(rf)).toBe(true);
  });

  it.each(['RF19539007547034', 'RF18539007547043', 'RF18', '', 'RF18-539007547034', 'XX18539007547034', `RF18${'1'.repeat(22)}`])(
    'refuses %j',
    (rf) => {
      expect(isRfReference(rf)).toBe(false);
    },
  );

  it.each(['', '---', 'A'.repeat(22)])('cannot be built from %j', (reference) => {
    expect(() => rfReferenceOf(reference)).toThrow(RangeError);
  });

  it('catches, among digits, every single wrong one and every swap of neighbours', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{2,21}$/), fc.nat(), (body, seed) => {
        const rf = rfReferenceOf(body);
        expect(isRfReference(rf)).toBe(true);
        const at = 4 + (seed % (rf.length - 4));
        const other = rf[at] === '7' ? '3' : '7';
        expect(isRfReference(rf.slice(0, at) + other + rf.slice(at + 1))).toBe(false);
        if (at + 1 < rf.length && /\d\d/.test(rf.slice(at, at + 2)) && rf[at] !== rf[at + 1]) {
          expect(isRfReference(rf.slice(0, at) + rf[at + 1] + rf[at] + rf.slice(at + 2))).toBe(false);
        }
      }),
      { seed: 11649 },
    );
  });

  it('is read in groups of four', () => {
    expect(inGroupsOfFour('RF18539007547034')).toBe('RF18 5390 0754 7034');
    expect(inGroupsOfFour('RF741')).toBe('RF74 1');
  });
});
