import { debtorLanguages } from '@amiable/identity';
import { sampleMessageFacts } from '../template/message-facts.factory';
import type { Hat, MessageLanguage } from '../template/message-facts';
import { fill } from '../template/message-blocks';
import { scopeOf } from '../template/message-scope';
import { type MessageText, messageTexts, type TemplateKey, templateKeys } from '../template/message-texts';
import { attacks } from '../template/template-attacks.fixture';
import { fullExample } from './template-examples';
import { faultsOf, refusing } from './template-faults.rules';
import { fieldNames, fieldsOffered } from './template-fields.rules';

const world = { agencyName: 'Cabinet Aster Recouvrement', names: ['Alizé Mobilier'] };
const reminder: MessageText = {
  subject: 'Un rappel : {{ totals.open | money }}',
  preheader: '',
  title: 'Un rappel',
  body: 'Bonjour {{ debtor.name }}, il reste une somme à payer.\n\n[amount]\n\n[note]\n\n[pay]',
};
const faults = (
  change: Partial<MessageText> = {},
  template: TemplateKey = 'reminder_1',
  hat: Hat = 'client_name',
  language: MessageLanguage = 'fr',
) => faultsOf({ template, language, hat }, { ...reminder, ...change }, world);
const inBody = (words: string, hat: Hat = 'client_name') => faults({ body: `${words}\n\n[amount]\n\n[note]\n\n[pay]` }, 'reminder_1', hat);
const mended = (body: string, template: TemplateKey = 'reminder_1') => {
  const [fault] = faults({ body }, template);
  const { from, to, text } = fault!.mend!;
  return body.slice(0, from) + text + body.slice(to);
};

describe('the words of a template, when they are saved', () => {
  it.each(debtorLanguages.flatMap((language) => (['client_name', 'agency'] as const).map((hat) => [language, hat] as const)))(
    'our standard words in %s and the hat %s stand the test that a client’s own must stand',
    (language, hat) => {
      const found = templateKeys.flatMap((template) =>
        refusing(faultsOf({ template, language, hat }, messageTexts[language][template], world)).map((fault) => [template, fault]),
      );
      expect(found).toEqual([]);
    },
  );

  it('finds nothing in good words', () => expect(faults()).toEqual([]));

  it.each<[string, Partial<MessageText>, object]>([
    ['TEMPLATE_UNKNOWN_FIELD', { body: 'Bonjour.\n\nDeux\nlignes {{ debtor.iban }}' }, { field: 'body', line: 4, words: 'debtor.iban' }],
    [
      'TEMPLATE_UNKNOWN_FIELD',
      { subject: 'À {{ debtor.nmae }}' },
      { field: 'subject', line: 1, words: 'debtor.nmae', mend: { from: 5, to: 16, text: 'debtor.name' } },
    ],
    ['TEMPLATE_UNKNOWN_FIELD', { title: '{% if debtor.secret %}x{% endif %}' }, { field: 'title', words: 'debtor.secret' }],
    ['TEMPLATE_UNKNOWN_FIELD', { title: 'Au nom de {{ agency.name }}' }, { field: 'title', words: 'agency.name' }], // the client speaks
    ['TEMPLATE_UNKNOWN_FIELD', { title: '{% for one in invoices %}{{ one.secret }}{% endfor %}' }, { words: 'one.secret' }],
    ['TEMPLATE_UNKNOWN_FIELD', { title: '{{ invoices[debtor.name] }}' }, { words: 'invoices.…' }],
    [
      'TEMPLATE_UNKNOWN_FILTER',
      { body: '{{ totals.open | mony }}' },
      { field: 'body', line: 1, words: 'mony', mend: { from: 17, to: 21, text: 'money' } },
    ],
    ['TEMPLATE_UNKNOWN_TAG', { body: 'a\n{% include "/etc/passwd" %}' }, { field: 'body', line: 2, words: 'include' }],
    [
      'TEMPLATE_UNKNOWN_PART',
      { body: 'a\n\n[amout]' },
      { field: 'body', line: 3, words: '[amout]', mend: { from: 3, to: 10, text: '[amount]' } },
    ],
    ['TEMPLATE_PART_NOT_ALONE', { body: 'Il reste [amount] à payer.' }, { field: 'body', line: 1, words: '[amount]' }],
    ['TEMPLATE_SYNTAX', { body: 'a\n\n{% if hat %}oui' }, { field: 'body', line: 3 }],
    ['TEMPLATE_SYNTAX', { body: '{% if hat %}\n\noui\n\n{% endif %}' }, { field: 'body', line: 1 }], // the body is cut before it is filled
    ['TEMPLATE_SYNTAX', { preheader: '{{ hat ' }, { field: 'preheader' }],
    [
      'TEMPLATE_NEEDS_FILTER',
      { body: '\n\nReste {{ totals.open }}' },
      { line: 3, words: '{{ totals.open }}', mend: { from: 8, to: 25, text: '{{ totals.open | money }}' } },
    ],
    ['TEMPLATE_WRONG_FILTER', { body: '{{ debtor.name | money }}' }, { line: 1 }],
    [
      'TEMPLATE_MAY_BE_EMPTY',
      { body: 'Promis le {{ promise.on | day }}' },
      { mend: { text: '{% if promise %}{{ promise.on | day }}{% endif %}' } },
    ],
    ['TEMPLATE_MAY_BE_EMPTY', { body: '{% if promise %}{{ plan.total | money }}{% endif %}' }, { words: '{{ plan.total | money }}' }],
    ['TEMPLATE_TOO_LONG', { body: 'x'.repeat(20_001) }, { field: 'body' }],
    ['TEMPLATE_FIELD_EMPTY', { title: '  ' }, { field: 'title' }],
    ['TEMPLATE_NOT_ONE_LINE', { subject: 'a\nBcc: x' }, { field: 'subject', line: 2 }],
    ['TEMPLATE_COMES_OUT_EMPTY', { subject: '{% if promise %}Promis{% endif %}' }, { field: 'subject' }],
  ])('%s: %j', (code, change, fault) => {
    expect(faults(change)[0]).toMatchObject({ code, refuses: true, ...fault });
  });

  it('lets a field stand that may be missing, once it is asked for', () => {
    expect(inBody('{% if promise %}Promis le {{ promise.on | day }}{% endif %}')).toEqual([]);
    expect(inBody('{% for one in invoices %}{{ one.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}')).toEqual([]);
  });

  it('asks of a reminder its amount, its way to pay and the place for a collector’s words, and puts them in', () => {
    const missing = (body: string, template: TemplateKey = 'reminder_1') => faults({ body }, template).map(({ words }) => words);
    expect(missing('Bonjour.')).toEqual(['[amount]', '[pay]', '[note]']);
    expect(missing('Bonjour.\n\n[amount]\n\n[note]\n\n[transfer]')).toEqual(['[pay]']); // there may be no account to transfer to
    expect(missing('Bonjour.\n\n[amount]\n\n[note]\n\n[open]')).toEqual([]);
    expect(missing('Bonjour.', 'before_due')).toEqual(['[amount]', '[pay]']);
    expect(missing('Bonjour.', 'plan_confirmation')).toEqual(['[instalments]', '[note]']);
    expect(missing('Bonjour.', 'free_message')).toEqual(['[note]']);
    expect(mended('Bonjour.\n\n[note]\n\n[pay]')).toBe('Bonjour.\n\n[note]\n\n[pay]\n\n[amount]');
  });

  it('asks of a formal notice the sentence of art. 1344, with the amount and the day, whatever the case', () => {
    const parts = '\n\n[amount]\n\n[invoices]\n\n[note]\n\n[pay]';
    const noticed = faults({ body: `Payez {{ totals.open | money }} le {{ payBy | day }}.${parts}` }, 'formal_notice');
    expect(noticed).toEqual([expect.objectContaining({ code: 'TEMPLATE_NOTICE_MISSING', article: '1344 C. civ.', refuses: true })]);
    const whole = mended(`Payez.${parts}`, 'formal_notice');
    expect(whole).toContain('nous vous mettons en demeure de payer {{ totals.open | money }} le {{ payBy | day }}');
    expect(faults({ body: whole }, 'formal_notice')).toEqual([]);
    const own = 'Nous vous mettons en demeure (art. 1344 du Code civil) de payer {{ totals.open | money }}';
    expect(faults({ body: `${own}.${parts}` }, 'formal_notice')).toMatchObject([{ code: 'TEMPLATE_FIELD_MISSING', words: 'payBy' }]);
    expect(faults({ body: `${own} le {{ payBy | day }}.${parts}` }, 'formal_notice')).toEqual([]);
    const sometimes = `{% if debtor.kind == "company" %}${own} le {{ payBy | day }}.{% endif %}${parts}`;
    expect(faults({ body: sometimes }, 'formal_notice')).toMatchObject([{ code: 'TEMPLATE_NOTICE_MISSING' }]);
  });

  it('asks of a confirmation and of a receipt what they confirm', () => {
    expect(faults({ body: '[note]' }, 'promise_confirmation').map(({ words }) => words)).toEqual(['promise.amount', 'promise.on']);
    expect(faults({ body: 'Reçu.' }, 'receipt')).toMatchObject([
      { words: '[payment]', article: 'R124-6 CPCE' },
      { words: 'debtor.name' },
      { words: 'creditor.name' },
    ]);
  });
});

describe('the legal lint over a template', () => {
  it('names article, field and line, and mends the sentence where it stands, Liquid left alone', () => {
    const body = '{% if hat == "agency" %}Un.{% else %}Nous allons saisir vos comptes.{% endif %}\n\n[amount]\n\n[note]\n\n[pay]';
    const [fault] = faults({ body });
    expect(fault).toMatchObject({ code: 'SEIZURE', article: 'L111-2 CPCE, L121-6 C. conso.', field: 'body', line: 1, refuses: true });
    const better = mended(body);
    expect(better).toMatch(/^\{% if hat == "agency" %\}Un\.\{% else %\}Nous cherchons avec vous une solution à l’amiable\.\{% endif %\}/);
    expect(faults({ body: better })).toEqual([]);
  });

  it.each([
    'Un huis{{ "" }}sier passera.',
    'Un huis{% if hat %}sier{% endif %} passera.',
    '{{ "Un huissier" }} passera.',
    'Un {{ promise.on | default: "huissier" }} passera.',
    '{% case debtor.kind %}{% when "person" %}huis{% endcase %}{% if debtor.kind == "person" %}sier{% endif %}',
  ])('is not led astray by words cut in two: %s', (words) => {
    expect(inBody(words).map(({ code }) => code)).toContain('BAILIFF');
  });

  it('lets a company be told of the 40 euros, and no person', () => {
    const indemnity = 'L’indemnité forfaitaire de 40 euros s’ajoute.';
    expect(inBody(`{% if debtor.kind == "company" %}${indemnity}{% endif %}`)).toEqual([]);
    expect(inBody(indemnity)).toMatchObject([{ code: 'FORTY_EUROS', article: 'L441-10 C. com.', mend: { from: 0 } }]);
  });

  it('is told beside what cannot be read', () => {
    expect(inBody('{{ debtor.nmae }}, un huissier passera.').map(({ code }) => code)).toEqual(['TEMPLATE_UNKNOWN_FIELD', 'BAILIFF']);
    expect(inBody('{{ promise.on | day }}, un huissier passera.').map(({ code }) => code)).toEqual(['TEMPLATE_MAY_BE_EMPTY', 'BAILIFF']);
  });

  it('points at what may be meant without refusing it', () => {
    const found = inBody('Sans réponse, notre client pourra aller en justice.');
    expect(found).toMatchObject([{ code: 'COURT_THREAT', refuses: false }]);
    expect(refusing(found)).toEqual([]);
  });

  it('keeps the agency out of the client’s own words, and an account out of all', () => {
    expect(inBody('Ici le Cabinet Aster Recouvrement.')).toMatchObject([{ code: 'AGENCY_NAMED' }]);
    expect(inBody('Ici le Cabinet Aster Recouvrement.', 'agency')).toEqual([]);
    expect(inBody('Virez sur FR76 3000 1007 9412 3456 7890 185.')[0]).toMatchObject({ code: 'BANK_DETAILS', refuses: true });
    expect(inBody('{% if transfer %}Notre compte : {{ transfer.iban | iban }}{% endif %}')).toEqual([]);
  });
});

/** What was worked since: a busy machine does not count against the words, and a bomb takes many times as much. */
const cpuMs = (began: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
};

describe('attacks, saved as a template', () => {
  it.each(attacks)('%s is refused with its name, its field and its line, in no time', (_, source) => {
    for (const field of ['body', 'subject'] as const) {
      const began = process.cpuUsage();
      const found = field === 'body' ? inBody(source) : faults({ [field]: source });
      expect(cpuMs(began)).toBeLessThan(1_000);
      expect(refusing(found)[0]).toMatchObject({ code: expect.stringMatching(/^TEMPLATE_/), field, line: expect.any(Number) });
    }
  });
});

describe('words of a machine, not of a writer', () => {
  it.each([
    ['a name of nineteen thousand letters', `{{ ${'a'.repeat(19_000)} }}`],
    ['a path of thousands of steps', `{{ brand${'.name'.repeat(3_800)} }}`],
    ['thousands of paragraphs', 'a\n\n'.repeat(6_000)],
    ['thousands of fields', '{{ hat }} '.repeat(1_900)],
    ['loops in loops', '{% for a in invoices %}{% for b in invoices %}{{ a.number }}{{ b.number }}{% endfor %}{% endfor %}'.repeat(190)],
    ['one threat thousands of times', 'informer votre employeur '.repeat(790)],
  ])('%s: refused, and in no time', (_, source) => {
    const began = process.cpuUsage();
    const found = inBody(source);
    expect(cpuMs(began)).toBeLessThan(2_000);
    expect(refusing(found).length).toBeGreaterThan(0);
  });
});

describe('the fields offered beside the editor', () => {
  it.each(['client_name', 'agency'] as const)('can all be inserted as they are, in the hat %s', (hat) => {
    for (const { insert, name } of fieldsOffered(hat)) {
      expect([name, inBody(insert, hat)]).toEqual([name, []]);
      expect(fill(insert, { scope: scopeOf(fullExample(hat)), language: 'fr' })).not.toBe('');
    }
    const known = fieldNames(scopeOf(fullExample(hat)));
    expect(fieldsOffered(hat).filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  it('know the agency only where it speaks', () => {
    const names = (hat: Hat) => fieldsOffered(hat).map(({ name }) => name);
    expect(names('client_name').some((name) => /agency|firstLetter/.test(name))).toBe(false);
    expect(names('agency')).toContain('agency.name');
    expect(Object.keys(scopeOf(sampleMessageFacts('client_name')))).not.toContain('agency');
  });
});
