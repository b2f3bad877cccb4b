import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from './en';
import fr from './fr';

const factsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const source = path.resolve(__dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(spec|fixture)\.ts$/.test(file))
  .map((file) => readFileSync(path.join(source, file), 'utf8'))
  .join('\n');

describe('the words of the debtor pages', () => {
  it('are the same keys with the same facts in French and English, none empty', () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    for (const [key, text] of Object.entries(fr)) {
      expect([key, factsOf(en[key as keyof typeof en])]).toEqual([key, factsOf(text)]);
      expect(text.trim()).not.toBe('');
    }
  });

  describe.each(['de', 'es', 'it', 'nl'])('in %s', (language) => {
    const folder = path.join(__dirname, language);
    const areas = readdirSync(path.join(__dirname, 'fr')).filter((file) => file.endsWith('.json'));
    const readArea = (of: string, area: string): Record<string, string> => {
      const file = path.join(__dirname, of, area);
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    };

    it('are complete: every key of every area, with the same facts, none empty', () => {
      const faults = areas.flatMap((area) => {
        const [french, own] = [readArea('fr', area), readArea(language, area)];
        return [
          ...Object.keys(french)
            .filter((key) => !own[key]?.trim())
            .map((key) => `${area}: ${key} has no words`),
          ...Object.keys(own)
            .filter((key) => !(key in french))
            .map((key) => `${area}: ${key} is not in French`),
          ...Object.entries(own)
            .filter(([key, text]) => french[key] && factsOf(text).join() !== factsOf(french[key]).join())
            .map(([key]) => `${area}: ${key} has other facts`),
        ];
      });
      expect(faults).toEqual([]);
      // Words may be ready before their area is; none may be missing once it is.
      expect(areas.filter((area) => !readdirSync(folder).includes(area))).toEqual([]);
    });

    it('leave nothing in French', () => {
      const same = areas.flatMap((area) => {
        const [french, own] = [readArea('fr', area), readArea(language, area)];
        // Short words may be the same in two languages ("Date"); a sentence is not.
        return Object.keys(own).filter((key) => own[key] === french[key] && own[key]!.split(' ').length > 3);
      });
      expect(same).toEqual([]);
      const all = areas.flatMap((area) => Object.values(readArea(language, area))).join(' ');
      expect(all).not.toMatch(/\b(vous|votre|nous|avec|cette|votre dossier)\b/i);
    });
  });

  it('are all used, and all that are used are written', () => {
    const used = new Set([...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!));
    expect([...used].filter((key) => !(key in fr))).toEqual([]);
    expect(Object.keys(fr).filter((key) => !used.has(key) && !code.includes(`'${key}'`))).toEqual([]); // some stand in lists of keys
  });

  it('are plain French: 15 words a sentence at most on average, none above 25 (faces.md 7.2)', () => {
    const sentences = Object.values(fr)
      .flatMap((text) => text.split(/(?<=[.?!])\s+/))
      .map(
        (sentence) =>
          sentence
            .replace(/\{\w+\}/g, 'X')
            .split(/[\s’']+/)
            .filter((part) => /[\p{L}\p{N}]/u.test(part)).length,
      )
      .filter((words) => words > 2);
    const mean = sentences.reduce((sum, words) => sum + words, 0) / sentences.length;
    expect(mean).toBeLessThanOrEqual(15);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(25);
  });

  it('say « vous », do not shout, and threaten with nothing', () => {
    const all = Object.values(fr).join('\n');
    expect(all).not.toMatch(/\b(tu|ton|ta|tes|toi)\b/i);
    expect(all).not.toMatch(/!/);
    expect(all.replace(/IBAN|PDF|JPEG|PNG|CNIL|SMS|BIC|CSV|XLSX|ZIP|SIREN|WCAG|AL-\d/g, '')).not.toMatch(/\b[A-ZÉÈÀ]{3,}\b/);
    expect(all.replaceAll('Clause pénale', '')).not.toMatch(
      /huissier|commissaire|saisie|poursuite|pénal|injonction|contentieux|dernier avertissement|immédiatement/i,
    );
  });
});
