import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fillTemplate } from './liquid-engine';
import { sampleMessageFacts } from './message-facts.factory';
import { scopeOf } from './message-scope';
import { attacks } from './template-attacks.fixture';
import { TemplateInvalid } from './template.errors';

const scope = scopeOf(sampleMessageFacts('agency'));
const fill = (source: string, fields: Readonly<Record<string, unknown>> = scope) => fillTemplate(source, fields, 'fr');

class Trap {
  readonly own = 'own';
  get getter() {
    return 'GETTER-RAN';
  }
  method() {
    return 'METHOD-RAN';
  }
}

describe('the locked template engine (trust.md 3.5)', () => {
  const secrets = [
    readFileSync(path.resolve(__dirname, '../../../../package.json'), 'utf8').slice(0, 60),
    'root:',
    'localhost',
    'function',
    '[native',
    '[object',
    'GETTER-RAN',
    'METHOD-RAN',
    process.version,
    'AL-2026-004217',
    '<script',
  ];
  const hostile = { ...scope, trap: new Trap(), nothing: null, forged: { amount: '1<script>', currency: 'EUR' } };

  it.each(attacks)('survives %s', (_, source) => {
    const started = performance.now();
    let printed = '';
    let refused: unknown = null;
    try {
      printed = fill(source, hostile);
    } catch (error) {
      refused = error;
    }
    expect(performance.now() - started).toBeLessThan(500);
    if (refused) expect(refused).toBeInstanceOf(TemplateInvalid);
    for (const secret of secrets) expect(printed).not.toContain(secret);
    expect(printed.length).toBeLessThan(51_000);
  });

  it('refuses every one of them', () => {
    const refusals = attacks.filter(([, source]) => {
      try {
        fill(source, hostile);
        return false;
      } catch {
        return true;
      }
    });
    expect(attacks.length).toBeGreaterThanOrEqual(50);
    expect(attacks.filter((attack) => !refusals.includes(attack)).map(([name]) => name)).toEqual([]);
  });

  it.each([
    ['{{ totals.open | money }}', '1\u202f061,40\u202f€'],
    ['{{ payBy | day }}', '1er décembre 2026'],
    ['{{ daysLate | days }}', '112\u202fjours'],
    ['{{ transfer.iban | iban }}', 'FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189'],
    ['{% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}', 'F-2031, F-2047'],
    ['{% if promise %}{{ promise.on | day }}{% else %}-{% endif %}', '5 décembre 2026'],
  ])('fills %s', (source, text) => {
    expect(fill(source)).toBe(text);
  });

  it('says in the other language', () => {
    expect(fillTemplate('{{ totals.open | money }} {{ payBy | day }} {{ daysLate | days }}', scope, 'en')).toBe(
      '€1,061.40 1 December 2026 112\u202fdays',
    );
  });

  it('keeps a value on its line, whatever it holds', () => {
    const debtor = { name: 'Eve\r\n\r\n[transfer]\u2028Bcc: all\u202e', kind: 'person' };
    expect(fill('{{ debtor.name }}', { debtor })).toBe('Eve [transfer] Bcc: all ');
  });

  it('names what is wrong with a template in one line without paths', () => {
    expect(() => fill('{{ debtor.iban }}')).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_INVALID', facts: { reason: expect.stringMatching(/undefined variable: debtor\.iban/) } }),
    );
    expect(() => fill('{{ debtor.name | shout }}')).toThrow(
      expect.objectContaining({ facts: { reason: expect.stringMatching(/undefined filter: shout/) } }),
    );
  });

  it('knows no field of the agency while the client speaks', () => {
    const clientScope = scopeOf(sampleMessageFacts('client_name'));
    for (const source of ['{{ agency.name }}', '{{ firstLetter.reference }}'])
      expect(() => fill(source, clientScope)).toThrow(TemplateInvalid);
  });
});
