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

  it('evens out the sums where the numbers tie: no exchange of two cases would bring any two people nearer', () => {
    fc.assert(
      fc.property(cases, standIns, (all, people) => {
        const shared = shareOut(all, people);
        const openOf = new Map(all.map(({ caseId, openMinor }) => [caseId, openMinor]));
        const hand = (staffId: string) => shared.filter(({ to }) => to === staffId);
        const sum = (staffId: string) => hand(staffId).reduce((total, { caseId }) => total + openOf.get(caseId)!, 0n);
        for (const heavy of people)
          for (const light of people) {
            const apart = sum(heavy.staffId) - sum(light.staffId);
            const better = hand(heavy.staffId).some((give) =>
              hand(light.staffId).some((take) => {
                const moved = openOf.get(give.caseId)! - openOf.get(take.caseId)!;
                return moved > 0n && moved < apart && may(light, give.clientId) && may(heavy, take.clientId);
              }),
            );
            expect(better).toBe(false);
          }
      }),
    );
  });

  it('deals the large ones to different people, to the same sum where there is a way', () => {
    const all = [800n, 700n, 700n, 500n, 400n, 100n].map((openMinor, n): CaseToShare => ({ clientId: 'a', caseId: String(n), openMinor }));
    const shared = shareOut(all, [
      { staffId: 'léa', clients: 'all' },
      { staffId: 'hugo', clients: 'all' },
    ]);
    const sums = ['léa', 'hugo'].map((name) => shared.filter(({ to }) => to === name).map(({ caseId }) => all[Number(caseId)]!.openMinor));
    expect(sums.map((each) => each.length)).toEqual([3, 3]);
    expect(sums.map((each) => each.reduce((a, b) => a + b, 0n))).toEqual([1_600n, 1_600n]);
  });

  it('deals ten thousand cases to ten people in a moment, a thousand each, the sums within the smallest of them', () => {
    const all = Array.from({ length: 10_000 }, (_, n): CaseToShare => ({ clientId: 'a', caseId: String(n).padStart(5, '0'), openMinor: BigInt(1 + ((n * 7919) % 10_007)) })); // prettier-ignore
    const people = Array.from({ length: 10 }, (_, n): StandIn => ({ staffId: String(n), clients: 'all' }));
    const began = performance.now();
    const shared = shareOut(all, people);
    expect(performance.now() - began).toBeLessThan(5_000);
    const openOf = new Map(all.map(({ caseId, openMinor }) => [caseId, openMinor]));
    const hands = people.map(({ staffId }) => shared.filter(({ to }) => to === staffId));
    expect(hands.map((each) => each.length)).toEqual(people.map(() => 1_000));
    const sums = hands.map((each) => each.reduce((total, { caseId }) => total + Number(openOf.get(caseId)!), 0));
    expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(10);
  });

  it('goes on from what each carries already', () => {
    expect(
      shareOut(
        [{ clientId: 'a', caseId: '1', openMinor: 900n }],
        [
          { staffId: 'léa', clients: 'all', cases: 3 },
          { staffId: 'hugo', clients: 'all' },
        ],
      )[0]!.to,
    ).toBe('hugo');
  });
});
