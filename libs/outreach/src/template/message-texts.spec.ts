import { debtorLanguages } from '@amiable/identity';
import { lintMessage, canJudge } from '../lint/legal-lint.rules';
import { statementTexts } from '../statement/statement-texts';
import { daysText, dayText, moneyText, shortDay } from './message-format';
import { fixedTexts, messageTexts, templateKeys } from './message-texts';

/** Every text of a language by its name; a text that is nested has the names of its places. */
function textsOf(value: unknown, name = ''): ReadonlyArray<readonly [name: string, text: string]> {
  if (typeof value === 'string') return [[name, value]];
  return Object.entries(value as object).flatMap(([key, part]) => textsOf(part, `${name}.${key}`));
}
const everything = (language: (typeof debtorLanguages)[number]) =>
  textsOf({ template: messageTexts[language], fixed: fixedTexts[language], statement: statementTexts[language] });
/** What a text asks of the case: its fields, its parts and its blocks, whatever their order. */
const factsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)|(\[\w+\])|\{(\w+)\}/g)].map((found) => found.slice(1).join('')))].sort();

describe.each(debtorLanguages)('what is sent and printed in %s', (language) => {
  const french = new Map(everything('fr'));
  const own = everything(language);

  it('is complete: every text, with the facts and parts of the French one, none empty', () => {
    expect(own.map(([name]) => name).sort()).toEqual([...french.keys()].sort());
    const faults = own.flatMap(([name, text]) => {
      if (name === '.fixed.frenchIntro') return text === '' && language !== 'fr' ? [`${name} is empty`] : [];
      if (text.trim() === '') return [`${name} is empty`];
      return factsOf(text).join() === factsOf(french.get(name)!).join()
        ? []
        : [`${name}: ${factsOf(text)} instead of ${factsOf(french.get(name)!)}`];
    });
    expect(faults).toEqual([]);
  });

  it('leaves nothing in another language', () => {
    const foreign = { fr: /\b(you|your|Sie|usted|Lei|uw)\b/, other: /\b(vous|votre|nous|cette|avec)\b/i };
    const all = own
      .map(([, text]) => text.replace(/\{[{%][^}]*[}%]\}/g, '').replace(/Code (civil|des procédures civiles d’exécution)/g, ''))
      .join(' ');
    expect(all).not.toMatch(language === 'fr' ? foreign.fr : foreign.other);
    const same = own.filter(
      ([name, text]) => language !== 'fr' && text === french.get(name) && text.replace(/\{\{[^}]*\}\}/g, '').split(' ').length > 3,
    );
    expect(same.map(([name]) => name)).toEqual([]);
  });

  it('threatens with nothing, shouts at nobody and writes no costs', () => {
    const all = own.map(([, text]) => text).join('\n');
    expect(all).not.toMatch(/!(?!=)/);
    expect(all).not.toMatch(
      /huissier|saisie|bailiff|seizure|Gerichtsvollzieher|Pfändung|Zwangsvollstreckung(?! in Zivilsachen)|embargo|alguacil|pignoramento|ufficiale giudiziario|deurwaarder|beslag/i,
    );
    const context = { language, debtorKind: 'person', hat: 'agency', agencyName: '', names: ['SIREN'] } as const;
    const held = templateKeys.flatMap((key) =>
      lintMessage(messageTexts[language][key].body.replace(/\{[{%][^}]*[}%]\}/g, 'x'), context).filter(
        ({ severity }) => severity === 'refuse',
      ),
    );
    expect(held).toEqual([]);
  });

  it('writes amounts and days as its readers do, and a formal notice always names the French article', () => {
    const written = [
      moneyText({ amount: '1061.40', currency: 'EUR' }, language),
      dayText('2026-12-01', language),
      shortDay('2026-07-03', language),
      daysText(3, language),
    ];
    expect(written.map((text) => text.replace(/\s/g, ' '))).toEqual(
      {
        fr: ['1 061,40 €', '1er décembre 2026', '03/07/2026', '3 jours'],
        en: ['€1,061.40', '1 December 2026', '2026-07-03', '3 days'],
        de: ['1.061,40 €', '1. Dezember 2026', '03.07.2026', '3 Tage'],
        es: ['1061,40 €', '1 de diciembre de 2026', '03/07/2026', '3 días'],
        it: ['1061,40 €', '1 dicembre 2026', '03/07/2026', '3 giorni'],
        nl: ['€ 1.061,40', '1 december 2026', '03-07-2026', '3 dagen'],
      }[language],
    );
    expect(messageTexts[language].formal_notice.body).toContain(fixedTexts[language].formalNotice);
    expect(fixedTexts[language].formalNotice).toContain('1344');
    expect(canJudge(language)).toBe(language === 'fr' || language === 'en');
  });
});
