import { callScript, type ScriptFacts } from './call-script.rules';

const facts: ScriptFacts = {
  hat: 'AGENCY',
  stage: 'CALL',
  language: 'FR',
  debtorKind: 'PERSON',
  collector: 'Léa Marchand',
  agency: 'Cabinet Aster',
  client: 'Alizé Mobilier',
  brand: 'Alizé',
  debtor: 'Camille Roussel',
  open: '480,00 €',
  firstLetter: { reference: 'M-0A1B2C3D4E', on: '12/11/2026' },
};
const hats = ['AGENCY', 'CLIENT_NAME'] as const;
const stages = ['BEFORE_DUE', 'REMINDER', 'CALL', 'FORMAL_NOTICE'] as const;

describe('the call script', () => {
  it('recalls the first letter with reference and day under the agency hat (R124-4 CPCE), and claims nothing before it left', () => {
    expect(callScript(facts).recall).toBe('Nous vous avons écrit le 12/11/2026, lettre M-0A1B2C3D4E.');
    expect(callScript({ ...facts, firstLetter: null }).recall).toMatch(/ne réclamez rien/);
    expect(callScript({ ...facts, hat: 'CLIENT_NAME' }).recall).toBeNull();
  });

  it('never names the agency under the client’s name, asks who is there before it names the debt, leaves no gap open', () => {
    for (const hat of hats)
      for (const stage of stages)
        for (const language of ['FR', 'EN'] as const)
          for (const debtorKind of ['PERSON', 'COMPANY'] as const) {
            const script = callScript({ ...facts, hat, stage, language, debtorKind });
            const all = Object.values(script).join(' ');
            expect(all.includes('Cabinet Aster')).toBe(hat === 'AGENCY');
            expect(all).not.toMatch(/[{}]|undefined/);
            expect(`${script.open} ${script.check}`).not.toContain('480');
            expect(script.say).toContain('480,00');
          }
  });
});
