import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fillTemplate } from './liquid-engine';
import { sampleMessageFacts } from './message-facts.factory';
import { scopeOf } from './message-scope';
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

/** Attempts to read files, prototypes or the process, to print markup, or to hang the server. */
const attacks: ReadonlyArray<readonly [string, string]> = [
  ['include of a file', '{% include "/etc/passwd" %}'],
  ['include by a relative path', '{% include "../../../../../etc/passwd" %}'],
  ['render of a file', '{% render "package.json" %}'],
  ['render by a variable', '{% render brand.name %}'],
  ['layout', '{% layout "/etc/hosts" %}{% block a %}x{% endblock %}'],
  ['block', '{% block a %}x{% endblock %}'],
  ['include with parameters', '{% include "x", a: brand %}'],
  ['constructor', '{{ brand.constructor }}'],
  ['constructor of the constructor', '{{ brand.constructor.constructor }}'],
  ['constructor by index', '{{ brand["constructor"]["name"] }}'],
  ['prototype', '{{ brand.__proto__ }}'],
  ['prototype of a text', '{{ brand.name.__proto__.constructor.name }}'],
  ['toString', '{{ brand.toString }}'],
  ['hasOwnProperty', '{{ brand.hasOwnProperty }}'],
  ['valueOf of an amount', '{{ totals.open.valueOf }}'],
  ['getter of a class', '{{ trap.getter }}'],
  ['method of a class', '{{ trap.method }}'],
  ['the process', '{{ process.env }}'],
  ['globalThis', '{{ globalThis.process.version }}'],
  ['require', '{{ require }}'],
  ['this', '{{ this }}'],
  ['unknown field', '{{ debtor.iban }}'],
  ['unknown field inside if', '{% if debtor.secret %}x{% endif %}'],
  ['unknown root', '{{ passwords }}'],
  ['whole object', '{{ brand }}'],
  ['whole list', '{{ invoices }}'],
  ['object as json', '{{ brand | json }}'],
  ['object inspected', '{{ brand | inspect }}'],
  ['raw filter', '{{ debtor.name | raw }}'],
  ['raw tag', '{% raw %}{{ a }}{% endraw %}'],
  ['unknown filter', '{{ brand.name | upperase }}'],
  ['where by prototype', '{{ invoices | map: "constructor" }}'],
  ['group_by_exp', '{{ invoices | group_by_exp: "i", "i.constructor" | json }}'],
  ['find_exp', '{{ invoices | find_exp: "x", "x.__proto__" }}'],
  ['assign over a field', '{% assign hat = "client_name" %}{{ hat }}'],
  ['capture', '{% capture a %}<script>{% endcapture %}{{ a }}'],
  ['increment', '{% increment n %}'],
  ['liquid tag', '{% liquid\necho brand.name\n%}'],
  ['echo tag', '{% echo brand.name %}'],
  ['tablerow', '{% tablerow i in (1..9) %}x{% endtablerow %}'],
  ['cycle', '{% cycle "a", "b" %}'],
  ['loop over a billion', '{% for i in (1..1000000000) %}x{% endfor %}'],
  ['loops in loops', '{% for a in (1..2000) %}{% for b in (1..2000) %}{% for c in (1..2000) %}x{% endfor %}{% endfor %}{% endfor %}'],
  ['long text in a loop', `{% for a in (1..90000) %}${'x'.repeat(200)}{% endfor %}`],
  ['padding', '{{ "x" | prepend: "y" | append: "z" | times: 999999999 }}'],
  ['ljust bomb', '{{ "x" | ljust: 999999999 }}'],
  ['split bomb', '{{ brand.name | split: "" | join: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }}'],
  ['template of a megabyte', 'x'.repeat(1_000_000)],
  ['three thousand tags', '{% if hat %}'.repeat(1_500) + '{% endif %}'.repeat(1_500)],
  ['deep index', `{{ ${'brand['.repeat(2_000)}"a"${']'.repeat(2_000)} }}`],
  ['many filters', `{{ brand.name ${'| upcase '.repeat(2_000)} | nothing }}`],
  ['unclosed tag', '{% if hat %}'],
  ['unclosed output', '{{ brand.name '],
  ['null printed', '{{ nothing }}'],
  ['money of a text', '{{ brand.name | money }}'],
  ['money of a forged amount', '{{ forged | money }}'],
  ['day of a text', '{{ brand.name | day }}'],
  ['days of a text', '{{ brand.name | days }}'],
  ['iban of an object', '{{ totals.open | iban }}'],
];

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
