import fc from 'fast-check';
import { shareOut, type CaseToShare, type StandIn } from './share-out.rules';

const cases = fc.uniqueArray(
  fc.record({ clientId: fc.constantFrom('a', 'b', 'c'), caseId: fc.uuid(), openMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }) }),
  { selector: ({ caseId }) => caseId, maxLength: 60 },
);
const standIns = fc.uniqueArray(
  fc.record({ staffId: fc.uuid(), clients: fc.oneof(fc.constant('all' as const), fc.subarray(['a', 'b', 'c'])) }),
  { selector: ({ staffId }) => staffId, maxLength: 5 },
);
const may = (standIn: StandIn, clientId: string) => standIn.clients === 'all' || standIn.clients.includes(clientId);

describe('sharing out the cases of somebody who is absent', () => {
  it('gives each case once, to one who may have it, and to the shared queue only where nobody may', () => {
    fc.assert(
      fc.property(cases, standIns, (all, people) => {
        const shared = shareOut(all, people);
        expect(shared.map(({ caseId }) => caseId).sort()).toEqual(all.map(({ caseId }) => caseId).sort());
        for (const { clientId, to } of shared) {
          if (to === null) expect(people.some((one) => may(one, clientId))).toBe(false);
          else
            expect(
              may(
                people.find(({ staffId }) => staffId === to)!,
                clientId,
              ),
            ).toBe(true);
        }
      }),
    );
  });

  it('differs by one case at most between those who may have all, and does not ask in which order the cases come', () => {
    fc.assert(
      fc.property(cases, fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 5 }), (all, people) => {
        const everybody = people.map((staffId): StandIn => ({ staffId, clients: 'all' }));
        const shared = shareOut(all, everybody);
        const counts = people.map((staffId) => shared.filter(({ to }) => to === staffId).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(shareOut([...all].reverse(), everybody)).toEqual(shared);
      }),
    );
  });

  it('deals the large ones to different people, and goes on from what each carries already', () => {
    const one = (caseId: string, openMinor: bigint): CaseToShare => ({ clientId: 'a', caseId, openMinor });
    const all = [one('1', 900n), one('2', 800n), one('3', 100n), one('4', 50n)];
    expect(
      shareOut(all, [
        { staffId: 'léa', clients: 'all' },
        { staffId: 'hugo', clients: 'all' },
      ]).map(({ to }) => to),
    ).toEqual(['léa', 'hugo', 'hugo', 'léa']);
    expect(
      shareOut(all.slice(0, 1), [
        { staffId: 'léa', clients: 'all', cases: 3 },
        { staffId: 'hugo', clients: 'all' },
      ])[0]!.to,
    ).toBe('hugo');
  });
});
