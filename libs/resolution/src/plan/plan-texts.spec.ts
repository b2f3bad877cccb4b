import { debtorLanguages } from '@amiable/identity';
import { agreementText, meansText, planWords, type PlanMessageKind } from './plan-message-texts';
import { planText } from './plan-text.rules';

const words = { amount: '120,00', day: '15/12', payBy: '20/12', means: 'X 4242' };
const terms = { creditor: 'Atelier Lumen SARL', caseReference: 'AL-2026-004217', total: '1 061,40', count: 3, graceDays: 8 };

describe.each(debtorLanguages)('what is said of a plan in %s', (language) => {
  it('has every message, with the same parts and the same facts as in French', () => {
    const shapeOf = (kind: PlanMessageKind, of: typeof language) => {
      const { subject, preheader, title, body } = planWords[of].messages[kind](words);
      expect([subject, preheader, title].every((text) => text.trim() !== '')).toBe(true);
      return [subject, title, body].map((text) =>
        ['120,00', '15/12', '20/12', 'X 4242', ...(text.match(/\[\w+\]/g) ?? [])].filter((fact) => text.includes(fact)),
      );
    };
    for (const kind of Object.keys(planWords.fr.messages) as PlanMessageKind[])
      expect(shapeOf(kind, language)).toEqual(shapeOf(kind, 'fr'));
  });

  it('has a debtor agree to the same nine things: the sum, the days, the grace and the acknowledgement by its article', () => {
    const lines = planText(terms, language);
    expect(lines).toHaveLength(9);
    for (const fact of [terms.creditor, terms.caseReference, terms.total]) expect(lines[0]).toContain(fact);
    expect(lines[1]).toContain('3');
    expect([lines[5], lines[6]].every((line) => line!.includes('8'))).toBe(true);
    expect(lines[7]).toContain('2240');
    expect(planText({ ...terms, count: 1 }, language)[1]).not.toContain('1');
    if (language !== 'fr') expect(lines.join(' ')).not.toMatch(/\b(je|vous|dette)\b/i);
  });

  it('prints when it was agreed, and names means of payment by their last signs only', () => {
    expect(agreementText('1/12', '10:30', language).body).toMatch(/\[instalments\]\n\n\[note\]\n\n.*1\/12.*10:30/);
    for (const kind of ['card', 'sepa_debit']) expect(meansText({ kind, brand: 'visa', last4: '4242' }, language)).toMatch(/ 4242$/);
    expect(meansText(null, language)).not.toMatch(/\d/);
  });
});
