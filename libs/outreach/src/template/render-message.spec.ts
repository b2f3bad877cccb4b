import { debtorLanguages } from '@amiable/identity';
import type { Hat, MessageChannel, MessageFacts, MessageLanguage } from './message-facts';
import { sampleAgency, sampleMessageFacts, sampleTheme } from './message-facts.factory';
import { messageTexts, type TemplateKey, templateKeys } from './message-texts';
import { renderMessage, type RenderedEmail, type RenderedLetter } from './render-message';

const hats: readonly Hat[] = ['client_name', 'agency'];
const languages: readonly MessageLanguage[] = debtorLanguages;
const channels: readonly MessageChannel[] = ['email', 'letter'];

const withNote = (hat: Hat, changes: Partial<MessageFacts> = {}) => sampleMessageFacts(hat, { note: 'Une ligne.\nUne autre.', ...changes });
const email = (template: TemplateKey, facts = withNote('client_name'), language: MessageLanguage = 'fr'): RenderedEmail =>
  renderMessage({ template, channel: 'email', language, facts, theme: sampleTheme });
const letter = (template: TemplateKey, facts = withNote('client_name'), language: MessageLanguage = 'fr'): RenderedLetter =>
  renderMessage({ template, channel: 'letter', language, facts, theme: sampleTheme });

/** What a reader sees: tags and styles away, character references read. */
function readable(html: string): string {
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;|&zwnj;/g, ' ')
    .replace(/\s+/g, ' ');
}

const everyMessage = hats.flatMap((hat) =>
  languages.flatMap((language) => channels.flatMap((channel) => templateKeys.map((template) => ({ hat, language, channel, template })))),
);

describe('messages', () => {
  it.each(everyMessage)(
    '$template as $channel in $language for $hat is whole, well formed and without a hole',
    ({ hat, language, channel, template }) => {
      const message = renderMessage({ template, channel, language, facts: withNote(hat), theme: sampleTheme });
      expect(message.html).toMatch(new RegExp(`<html lang="${language}" dir="ltr"`));
      expect(unbalancedTags(message.html)).toEqual([]);
      for (const text of [message.html, ...(message.channel === 'email' ? [message.subject, message.text] : [message.title])]) {
        expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|\{\{|\{%|Invalid Date/);
        expect(text).not.toMatch(/huissier|commissaire|bailiff|commandement de payer|saisie|seizure|contentieux|injonction/i);
      }
      expect(message.html).not.toMatch(/<script|<iframe|<form|javascript:|url\(|@import|src="http/i);
    },
  );

  it('says the same in the plain text twin as in the HTML', () => {
    for (const hat of hats) {
      for (const template of templateKeys) {
        const { html, text } = email(template, withNote(hat));
        const seen = readable(html).replace(/\s/g, '');
        for (const line of text.split('\n').flatMap((line) => line.split(/ · |: |^[-=] /m))) {
          const words = line
            .replace(/\s+:?\s*$/g, '')
            .replace(/^[-=] /, '')
            .replace(/-{3,}/, '')
            .replace(/\s/g, '');
          if (!words.startsWith('http')) expect(seen).toContain(words);
        }
        expect(text).not.toMatch(/<[a-z]|&#?\w+;/);
      }
    }
  });

  it('writes amounts and references with no-break spaces and days in full', () => {
    const { html, subject, text } = email('reminder_2');
    expect(subject).toBe('Deuxième rappel\u00a0: 1\u202f061,40\u202f€ à payer');
    expect(html).toContain('1\u202f061,40\u202f€');
    expect(text).toContain('IBAN\u00a0: FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189');
    expect(text).toContain('RF18\u00a05390\u00a00754\u00a07034');
    expect(text).toContain('1er décembre 2026');
    expect(email('reminder_2', undefined, 'en').subject).toBe('Second reminder: €1,061.40 to pay');
  });

  it('has one button in an e-mail, to the link of the case, and code and reference in a letter', () => {
    const { html } = email('reminder_1');
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).toContain('href="https://payer.atelier-lumen.example/p/wq2RkNf8Zb1Tt5yGm0c3Uw"');
    const printed = readable(letter('reminder_1').html);
    expect(printed).toContain('payer.atelier-lumen.example/enter');
    expect(printed).toContain('K7M2-9QXF-4T');
    expect(printed).not.toContain('wq2RkNf8Zb1Tt5yGm0c3Uw');
    expect(email('reminder_1').text).not.toContain('K7M2');
  });

  it('carries the dark tokens of the brand and says that it can be dark', () => {
    const { html } = email('reminder_1');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('.link{color:#72c4a9!important}');
    expect(html).toMatch(/width="600"/);
  });

  it('prints a letter on A4 with the address where the window of the envelope is, and pages numbered', () => {
    const { html, title } = letter('formal_notice');
    expect(title).toBe('Mise en demeure de payer');
    expect(html).toContain('@page{size:A4');
    expect(html).toMatch(/\.window\{position:absolute;top:48mm;left:85mm;width:80mm/);
    expect(html).toContain('counter(page) " / " counter(pages)');
    expect(html).toMatch(/<address class="window"><p>Camille Dubois<\/p><p>Appartement 12<\/p>/);
  });

  it('calls the balance by its name on a receipt', () => {
    expect(readable(letter('receipt').html)).toMatch(/Quittance Q-2026-000077.*100,00.*ne vaut pas quittance du solde/);
    const settled = withNote('client_name', {
      payment: { ...sampleMessageFacts().payment!, openAfter: { amount: '0.00', currency: 'EUR' } },
    });
    expect(readable(letter('receipt', settled).html)).toContain('est réglé. Plus rien ne vous est demandé.');
    expect(email('payment_receipt', settled).text).toContain('Tout est payé.');
  });

  it('asks for what was promised or agreed, and shows the QR code only for the whole amount', () => {
    const qrDataUri = 'data:image/png;base64,AAAA';
    const facts = withNote('client_name', {
      promise: { amount: { amount: '500.00', currency: 'EUR' }, on: '2026-12-05' },
      transfer: { ...sampleMessageFacts().transfer!, qrDataUri },
    });
    expect(email('promise_confirmation', facts).text).toContain('Montant\u00a0: 500,00\u202f€');
    expect(email('plan_confirmation', facts).text).toContain('Montant\u00a0: 353,80\u202f€');
    expect(letter('promise_confirmation', facts).html).not.toContain(qrDataUri);
    expect(letter('reminder_1', facts).html).toContain(qrDataUri);
  });

  it('tells why the bank shows another name than the brand', () => {
    const facts = withNote('client_name', { transfer: { ...sampleMessageFacts().transfer!, holder: 'Compte de tiers X' } });
    expect(email('reminder_1', facts).text).toContain('Votre banque affichera le nom Compte de tiers X.');
    expect(email('reminder_1').text).not.toContain('Votre banque affichera');
  });
});

describe('the two hats', () => {
  const poisoned = (): MessageFacts => {
    const facts = withNote('client_name');
    const firstLetter = { reference: 'LET-SECRET', on: '2026-09-20' };
    return { ...facts, speaker: { ...facts.speaker, agency: sampleAgency }, case: { ...facts.case, firstLetter } };
  };

  it('print nothing of the agency in the client’s name, even when the server hands it over', () => {
    for (const language of languages) {
      for (const channel of channels) {
        for (const template of templateKeys) {
          const message = renderMessage({ template, channel, language, facts: poisoned(), theme: sampleTheme });
          const all = JSON.stringify(message);
          for (const mark of [
            ...Object.values(sampleAgency),
            '404\u202f833\u202f048',
            'Cabinet',
            'LET-SECRET',
            'recouvrement',
            'collection company',
            'R124',
            'L111-8',
            'mandat',
          ])
            expect(all).not.toContain(mark);
        }
      }
    }
  });

  it.each(['reminder_1', 'reminder_2', 'formal_notice'] as const)('letter %s of the agency carries every item of R124-4', (template) => {
    const { html, carriesFirstLetterMentions } = letter(
      template,
      sampleMessageFacts('agency', {
        totals: {
          ...sampleMessageFacts().totals,
          interest: { amount: '11.42', currency: 'EUR' },
          accessories: { amount: '80.00', currency: 'EUR' },
        },
      }),
    );
    const text = readable(html);
    expect(carriesFirstLetterMentions).toBe(true);
    expect(text).toContain('Cabinet Exemple SAS, 12 rue des Fleurs, 69003 Lyon, exerce une activité de recouvrement amiable'); // 1°
    expect(text).toContain('Nous agissons pour Atelier Lumen SARL, 4 passage des Ateliers, 75011 Paris'); // 2°
    expect(text).toMatch(/Fondement de la créance : factures impayées F-2031, F-2047, émises par Atelier Lumen SARL/); // 3°
    expect(text).toMatch(/Principal 1 161,40 € Intérêts 11,42 € Autres accessoires 80,00 € Déjà payé −100,00 € Total à payer 1 061,40 €/);
    expect(text).toContain('aucun des frais qui restent à la charge du créancier');
    expect(text).toMatch(/Nous vous demandons de payer 1 061,40 € le 1er décembre 2026 au plus tard : par virement/); // 4°
    expect(text).toContain(
      "Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier, sauf s'ils concernent un acte dont l'accomplissement est prescrit par la loi au créancier. Toute stipulation contraire est réputée non écrite, sauf disposition législative contraire.",
    ); // 5°
    expect(text).toContain(
      "Cependant, le créancier qui justifie du caractère nécessaire des démarches entreprises pour recouvrer sa créance peut demander au juge de l'exécution de laisser tout ou partie des frais ainsi exposés à la charge du débiteur de mauvaise foi.",
    );
    expect(text).toContain('RGPD, article 14');
    expect(text).toContain('notre lettre référence LET-2026-000981, envoyée le 20 septembre 2026');
  });

  it.each(languages)('a letter of the agency in %s says what R124-4 wants in French, with the official text of the law', (language) => {
    const { html } = letter('formal_notice', sampleMessageFacts('agency'), language);
    expect(html).toContain('<blockquote lang="fr"><p>Les frais de recouvrement entrepris');
    const text = readable(html);
    for (const said of [
      'exerce une activité de recouvrement amiable',
      'Fondement de la créance : factures impayées F-2031, F-2047',
      'Cette somme ne comprend aucun des frais qui restent à la charge du créancier.',
      'Nous vous demandons de payer 1 061,40 € le 1er décembre 2026 au plus tard',
      'Cette lettre vaut mise en demeure au sens de l’article 1344 du Code civil.',
    ])
      expect(text.split(said)).toHaveLength(2); // once: in the letter itself, or beside its translation
    if (language !== 'fr')
      expect(text).toContain(
        'Principal : 1 161,40 €, Intérêts : 0,00 €, Autres accessoires : 0,00 €, Déjà payé : −100,00 €, Total à payer : 1 061,40 €.',
      );
  });

  it('under the client’s name only a formal notice repeats its sentence in French, and a reminder nothing', () => {
    const notice = readable(letter('formal_notice', sampleMessageFacts('client_name'), 'de').html);
    expect(notice).toContain('nous vous mettons en demeure de payer 1 061,40 €');
    expect(notice).not.toContain('Fondement de la créance');
    expect(letter('reminder_2', sampleMessageFacts('client_name'), 'de').html).not.toContain('lang="fr"');
    expect(letter('formal_notice', sampleMessageFacts('client_name'), 'fr').html).not.toContain('lang="fr"><p>');
  });

  it.each(templateKeys)('%s by e-mail in the agency’s name recalls the first letter and names agency and creditor', (template) => {
    const { html, text } = email(template, withNote('agency'));
    for (const shown of [readable(html), text.replace(/\s+/g, ' ')]) {
      expect(shown).toContain('LET-2026-000981, envoyée le 20 septembre 2026');
      expect(shown).toContain('Cabinet Exemple SAS');
      expect(shown).toContain('Atelier Lumen SARL');
    }
  });

  it('without a first letter, the agency may send only that letter, the receipts it owes and a reply to whoever asked', () => {
    const facts = withNote('agency');
    const none = { ...facts, case: { ...facts.case, firstLetter: null } };
    const may = everyMessage
      .filter(({ hat, language }) => hat === 'agency' && language === 'fr')
      .filter(({ channel, template }) => {
        try {
          renderMessage({ template, channel, language: 'fr', facts: none, theme: sampleTheme });
          return true;
        } catch (error) {
          expect(error).toMatchObject({ code: 'TEMPLATE_NEEDS_FIRST_LETTER' });
          return false;
        }
      });
    expect(may.map(({ channel, template }) => `${channel} ${template}`)).toEqual([
      'email payment_receipt',
      'email receipt',
      'email attestation',
      'email answer_reply',
      'letter reminder_1',
      'letter reminder_2',
      'letter formal_notice',
      'letter payment_receipt',
      'letter receipt',
      'letter attestation',
      'letter answer_reply',
    ]);
  });

  it('refuses to speak for an agency without name or address', () => {
    const facts = withNote('agency');
    for (const agency of [null, { ...sampleAgency, address: '' }]) {
      expect(() => letter('formal_notice', { ...facts, speaker: { ...facts.speaker, agency } })).toThrow(
        expect.objectContaining({ code: 'TEMPLATE_NEEDS_AGENCY' }),
      );
    }
  });
});

describe('what a template needs', () => {
  it.each([
    ['formal_notice', { payBy: null }],
    ['promise_confirmation', { promise: null }],
    ['receipt', { payment: null }],
    ['plan_confirmation', { plan: null }],
    ['reminder_1', { invoices: [] }],
  ] as const)('%s is refused without it', (template, changes) => {
    expect(() => email(template, withNote('client_name', changes))).toThrow(expect.objectContaining({ code: 'TEMPLATE_FACT_MISSING' }));
  });

  it('a free message without words hands over the link alone, as after "send me a new link"', () => {
    const facts = sampleMessageFacts('client_name', { note: null });
    expect(email('free_message', facts).text).toContain('Voici le lien vers votre dossier.');
    expect(email('free_message').text).not.toContain('Voici le lien');
  });

  it('an unknown field, filter or part in a client’s own words is an error, not a hole', () => {
    const own = (body: string) => () =>
      renderMessage({
        template: 'reminder_1',
        channel: 'email',
        language: 'fr',
        facts: withNote('client_name'),
        theme: sampleTheme,
        text: { ...messageTexts.fr.reminder_1, body },
      });
    for (const body of ['{{ debtor.ibann }}', '{{ totals.open | monney }}', '[invocies]', '{{ agency.name }}'])
      expect(own(body)).toThrow(expect.objectContaining({ code: 'TEMPLATE_INVALID' }));
    expect(own('# Bonjour\n\nVous devez {{ totals.open | money }}.')().html).toContain('Vous devez 1\u202f061,40\u202f€.');
  });
});

describe('hostile names', () => {
  const naughty = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '{{ totals.open }}',
    '{% include "x" %}',
    '&lt;b&gt;',
    '</style><style>*{}',
    '[transfer]',
    'A\r\nBcc: x@y.example',
    '\u202egnp.exe',
    '${7*7}',
    'javascript:alert(1)',
    '‮test‮',
    'Ω≈ç√∫˜µ≤≥÷',
    '田中さん',
    '👩‍👧‍👦',
    '\u0000\u0007',
    'null',
    '../../etc/passwd',
    '=HYPERLINK("x")',
    'O’Neill-D’Arçon & fils',
    '-->',
    ']]>',
    '\\", "evil": "',
  ];

  it.each(naughty)('%j stays text in every part of every message', (name) => {
    const facts = withNote('agency', { debtor: { name, addressLines: [name, name], kind: 'person' }, note: name });
    const hostile: MessageFacts = {
      ...facts,
      brand: { ...facts.brand, name, address: name },
      speaker: { ...facts.speaker, creditor: { ...facts.speaker.creditor, name, address: name } },
      invoices: facts.invoices.map((invoice) => ({ ...invoice, number: name })),
      messageReference: name,
      transfer: { ...facts.transfer!, holder: name },
    };
    for (const template of ['reminder_2', 'formal_notice', 'free_message'] as const) {
      for (const hat of hats) {
        const spoken = { ...hostile, speaker: { ...hostile.speaker, hat } };
        const mail = email(template, spoken);
        expect(mail.html).not.toMatch(/<script|<img|onerror="|<b>|<\/style><style/i);
        expect(unbalancedTags(mail.html)).toEqual([]);
        expect(mail.subject).not.toMatch(/[\r\n\0]/);
        const printed = letter(template, spoken);
        expect(printed.html).not.toMatch(/<script|<img|onerror="|<b>/i);
        expect(unbalancedTags(printed.html)).toEqual([]);
        expect(printed.html.match(/<\/?style/g)).toHaveLength(2);
      }
    }
  });

  it('a logo or a link that is not what it says is left out', () => {
    const facts = withNote('client_name');
    const hostile = {
      ...facts,
      brand: { ...facts.brand, logo: 'https://evil.example/pixel.png' },
      case: { ...facts.case, link: 'javascript:alert(1)' },
    };
    expect(email('reminder_1', hostile).html).not.toMatch(/evil\.example|javascript/);
    expect(letter('reminder_1', hostile).html).not.toContain('evil.example');
  });
});

/** Names of tags that open without closing or close without opening. */
function unbalancedTags(html: string): string[] {
  const empty = new Set(['meta', 'img', 'br', 'link', 'hr']);
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name] of html
    .replace(/<!doctype html>/, '')
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s+[a-z-:]+(?:="[^"<]*")?)*\s*>/g)) {
    if (empty.has(name!)) continue;
    if (!slash) open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  const stray =
    html.replace(/<style>[\s\S]*?<\/style>/g, '').match(/<(?!\/?[a-z][a-z0-9]*(?:\s+[a-z-:]+(?:="[^"<]*")?)*\s*>|!doctype)/g) ?? [];
  return [...wrong, ...open, ...stray];
}
