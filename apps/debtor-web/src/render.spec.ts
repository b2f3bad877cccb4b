import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { DebtorPage, Language } from '../../../libs/web-kit/src/debtor-pages';
import { languageNames } from './i18n/words';
import { agency, type BrandKey, brands, claimOf, pagesOf } from './pages.fixture';

const root = path.resolve(__dirname, '../../..');
const brandKeys = Object.keys(brands) as BrandKey[];
const languages = Object.keys(languageNames) as Language[];
const hundredLines = 100;

let folder: string;
let render: (page: DebtorPage) => string;
const pages: Array<{ title: string; brand: BrandKey; name: string; page: DebtorPage; html: string }> = [];

/** The specs read what ships: the file that vite builds, not the sources. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'debtor-web-'));
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', 'apps/debtor-web', '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', DEBTOR_WEB_OUT: folder },
  });
  if (built.status !== 0) throw new Error(`vite build failed:\n${built.stdout}${built.stderr}`);
  ({ render } = require(path.join(folder, 'render.cjs')) as { render: typeof render });
  for (const brand of brandKeys) {
    for (const language of languages) {
      for (const { name, page } of await pagesOf(brand, language))
        pages.push({ title: `${brand} ${language} ${name}`, brand, name, page, html: render(page) });
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const every = (check: (shown: (typeof pages)[number]) => string | null | false) =>
  expect(pages.flatMap((shown) => check(shown) || []).slice(0, 5)).toEqual([]);
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;
const withoutCode = (html: string) => html.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '');

describe('every debtor page, in six languages and three brands', () => {
  it('is there in every kind and state', () => {
    expect(pages.length).toBeGreaterThanOrEqual((89 + 43 + 55) * 6 * 3);
    expect(new Set(pages.map(({ page }) => page.kind)).size).toBeGreaterThanOrEqual(16);
  });

  it('is well formed, with language, one h1, one main and no id twice', () => {
    every(({ title, page, html }) => {
      const wrong = unbalancedTags(html);
      if (wrong.length > 0) return `${title}: ${wrong.join(' ')}`;
      if (!html.startsWith(`<!doctype html><html lang="${page.language}" dir="ltr">`)) return `${title}: start`;
      if (count(html, /<h1/g) !== 1 || count(html, /<main/g) !== 1) return `${title}: h1 or main`;
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      if (new Set(ids).size !== ids.length) return `${title}: id twice`;
      const targets = [...html.matchAll(/(?:href="#|for="|aria-labelledby="|aria-describedby=")([^"]+)"/g)].flatMap(([, id]) =>
        id!.split(' '),
      );
      return targets.filter((id) => !ids.includes(id)).map((id) => `${title}: #${id} is nowhere`)[0] ?? null;
    });
  });

  it('has no hole in its words', () => {
    every(({ title, html }) => {
      const hole =
        /undefined|NaN|\[object|Invalid Date|\{\w+\}|\b(?:frame|claim|pay|who|next|transfer|verify|problem|return)\.[a-z]+\b/.exec(
          withoutCode(html).replace(/ (?:name|href|action|value)="[^"]*"/g, ''),
        );
      return hole && `${title}: ${hole[0]}`;
    });
  });

  it('holds to the strictest policy: style and script once with nonce, no inline style, no handler, nothing from elsewhere', () => {
    every(({ title, html }) => {
      if (count(html, /<style/g) !== 1 || count(html, /<script/g) !== 1 || count(html, /<(style|script) nonce="n0nc3\+\/="/g) !== 2)
        return `${title}: nonce`;
      const markup = withoutCode(html);
      if (/ style=| on[a-z]+="|javascript:/i.test(markup)) return `${title}: inline code`;
      const requests = [...markup.matchAll(/(?:src|srcset|poster|data)="([^"]*)"|<link[^>]*href="([^"]*)"/g)].map(
        ([, src, href]) => src ?? href!,
      );
      if (requests.some((request) => !request.startsWith('data:'))) return `${title}: asks for ${requests.join(' ')}`;
      return /url\(|@import|@font-face/.test(html) && `${title}: the style loads something`;
    });
  });

  it('keeps out of search engines and gives no referrer', () => {
    every(
      ({ title, html }) =>
        !(html.includes('name="robots" content="noindex') && html.includes('name="referrer" content="no-referrer"')) && title,
    );
  });

  it('has one filled button at most, and the token in every form', () => {
    every(({ title, html }) => {
      if (count(html, /class="btn(?: wide)?"/g) > 1) return `${title}: two filled buttons`;
      const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);
      return (
        forms.some((form) => !form.includes('method="post"') || !form.includes('name="_csrf" value="csrf-token-of-the-test"')) &&
        `${title}: form without token`
      );
    });
  });

  it('offers the other languages of the same page and a way to check the letter', () => {
    every(({ title, page, html }) => {
      for (const other of languages)
        if (html.includes(`href="${page.path}?lang=${other}" lang="${other}"`) === (other === page.language)) return `${title}: ${other}`;
      return page.kind !== 'verify' && !html.includes(`href="${page.base}/verify"`) && `${title}: verify`;
    });
  });

  it('weighs at most 15 kB compressed, 2 kB of it script', () => {
    let heaviest = 0;
    every(({ title, html }) => {
      const size = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
      heaviest = Math.max(heaviest, size);
      if (Buffer.byteLength(/<script[^>]*>([\s\S]*?)<\/script>/.exec(html)![1]!) > 2_000) return `${title}: script`;
      return size > 15_000 && `${title}: ${size} bytes`;
    });
    expect(heaviest).toBeGreaterThan(3_000);
    expect(heaviest).toBeLessThan(10_000); // about 7 kB today; a jump wants a reason
  });

  /** faces.md 1.6: what happened, whether money moved, what can be done now. */
  it('says three things on every failure: what happened, whether money moved, what to do now', () => {
    const failures =
      /wrong|too-many|too-large|not-an-amount|refused|returned|not-found|failed|transfer-announce-already|pay-(?:part-small|part-large|not|no-|changed|provider|other)|problem|suspended|session-over|link-dead$|verify-unknown/;
    const money: Record<Language, RegExp> = {
      fr: /[Aa]ucun argent|[Rr]ien n’a été débité|n’a pas débité|Aucun nouveau paiement|l’argent n’est pas perdu|L’argent est revenu/,
      en: /[Nn]o money|[Nn]othing was charged|not take any money|No new payment|money is not lost|money has gone back/,
      de: /kein Geld|nichts abgebucht|keine neue Zahlung|Geld nicht verloren|Geld ist wieder/i,
      es: /no (?:se ha|hemos) cobrado|ningún pago nuevo|no se ha perdido|dinero ha vuelto/i,
      it: /addebitato nulla|nessun nuovo pagamento|non ha addebitato|non è perso|denaro è tornato/i,
      nl: /geen geld|niets afgeschreven|geen nieuwe betaling|geld niet weg|geld is terug/i,
    };
    const now: Record<Language, RegExp> = {
      fr: /Vérifiez|[Rr]éessayez|Attendez|Choisissez|Essayez|Écrivez|Cochez|Payez|Revenez|Reprenez|Ouvrez|Envoyez|Appelez|appelez|[Vv]ous pouvez|Dites|contactez/,
      en: /[Cc]heck|try again|Wait|Choose|Try|Enter|Tick|Pay|Go back|Use|Open|Send|[Cc]all|You can|Tell/,
      de: /Prüfen|[Vv]ersuchen|Warten|Wählen|Geben|Kreuzen|Zahlen|Gehen|Nutzen|Öffnen|Senden|[Rr]ufen|können/,
      es: /[Cc]ompruebe|[Ii]ntént|Espere|Elija|Pruebe|Escriba|Marque|Pague|Vuelva|Use|Abra|Envíe|[Ll]lám|[Pp]uede|Revise/,
      it: /[Vv]erifichi|[Rr]iprovi|Attenda|Scelga|Provi|Scriva|Spunti|Paghi|Torni|Usi|Apra|invii|[Cc]hiami|[Pp]uò|[Cc]ontrolli/,
      nl: /[Cc]ontroleer|[Pp]robeer|Wacht|Kies|Vul|Vink|Betaal|Ga terug|Gebruik|Open|Stuur|[Bb]el|kunt/,
    };
    let seen = 0;
    every(({ title, name, page, html: whole }) => {
      if (!failures.test(name)) return null;
      const html = whole.replace(/<div class="column" data-offline[\s\S]*?<\/div><\/div>/, ''); // on every page, hidden
      seen += 1;
      if (!money[page.language].test(html)) return `${title}: does not say whether money moved`;
      const told = /<(?:div class="(?:banner|card outcome)[\s\S]*?<\/div>|main[\s\S]*?<\/main>)/.exec(html)![0].replace(/<[^>]+>/g, ' ');
      if (told.split(/[.?!:]/).filter((part) => part.trim().length > 3).length < 2) return `${title}: does not say what happened`;
      return !now[page.language].test(html) && `${title}: does not say what to do now`;
    });
    expect(seen).toBeGreaterThan(500);
  });
});

describe('six languages', () => {
  it('write amounts and days as their readers do', () => {
    const shown: Record<Language, [string, string]> = {
      fr: ['1\u202f061,40\u202f€', '1er décembre 2026'],
      en: ['€1,061.40', '1 December 2026'],
      de: ['1.061,40\u202f€', '1. Dezember 2026'],
      es: ['1061,40\u202f€', '1 de diciembre de 2026'],
      it: ['1061,40\u202f€', '1 dicembre 2026'],
      nl: ['€\u202f1.061,40', '1 december 2026'],
    };
    for (const language of languages) {
      const { html } = pages.find(({ title }) => title === `lumen ${language} claim`)!;
      for (const words of shown[language]) expect([language, html.includes(words)]).toEqual([language, true]);
    }
  });

  it('say nothing in French outside French', () => {
    every(({ title, page, html }) => {
      if (page.language === 'fr') return null;
      const text = withoutCode(html).replace(/<[^>]+>/g, ' ');
      const found = /\b(vous|votre|nous|Payer|Réessayer|dossier est)\b/.exec(text.replace(/Points conseil budget|Français/g, ''));
      return found && `${title}: ${found[0]}`;
    });
  });

  /** No right-to-left catalogue ships yet; the mechanism is proved with the English one turned round. */
  it('are ready for right to left: the style knows no left and no right', () => {
    const { html } = pages.find(({ title }) => title === 'lumen en claim')!;
    const style = /<style[^>]*>([\s\S]*?)<\/style>/.exec(html)![1]!;
    const physical = style.match(
      /(?:margin|padding|border)-(?:left|right)|(?:^|[;{\s])(?:left|right):|text-align:\s*(?:left|right)|float:/g,
    );
    expect(physical).toBeNull();
    expect(html.match(/<(?:span|a)[^>]*dir="ltr"/g)!.length).toBeGreaterThan(2); // numbers, addresses and IBANs keep their direction
  });
});

describe('an answer', () => {
  it('that is refused says what is wrong, that nothing was recorded nor charged, and leads to the field; what was typed stays', () => {
    const nothing = { fr: 'Rien n’a été enregistré ni débité.', en: 'Nothing was recorded or charged.' };
    every(({ title, page, html }) => {
      if (page.kind !== 'answer' || !page.error || !(page.language === 'fr' || page.language === 'en')) return null;
      const summary = /role="alert"[\s\S]*?<h1/.exec(html)?.[0] ?? '';
      if (!summary.includes(nothing[page.language])) return `${title}: nothing recorded`;
      if (page.error.field && !summary.includes(`href="#${page.error.field}"`)) return `${title}: leads nowhere`;
      return ['paid', 'dispute', 'message'].includes(page.topic) && !html.includes('>Mes mots</textarea>') && `${title}: words lost`;
    });
  });

  it('is one of a few plain forms: files only where they help, no identity paper, no word on health asked for', () => {
    every(({ title, page, html }) => {
      if (page.kind !== 'answer' || !(page.language === 'fr' || page.language === 'en')) return null;
      const takesFiles = ['paid', 'dispute', 'message'].includes(page.topic);
      if (html.includes('type="file"') !== takesFiles || html.includes('multipart/form-data') !== takesFiles) return `${title}: files`;
      if (!html.includes('name="key" value="0193a1b2-')) return `${title}: sent twice would be two`;
      if (page.topic === 'hardship' && !/votre santé|your health/.test(html)) return `${title}: health`;
      return page.topic === 'not-me' && !/pièce d’identité|identity document/.test(html) && `${title}: identity paper`;
    });
  });

  it('of somebody else leaves nothing of the case on the page', () => {
    for (const { html } of pages.filter(({ page }) => page.kind === 'left_alone'))
      expect(withoutCode(html)).not.toMatch(/Camille|F-2031|1.061,40|AL-2026/);
  });
});

describe('the two hats', () => {
  it('print nothing of the agency in the client’s name, even when the server hands it over', async () => {
    for (const brand of ['lumen', 'nord'] as const) {
      for (const language of languages) {
        for (const { name, page } of await pagesOf(brand, language)) {
          const claim = 'claim' in page ? page.claim : null;
          const poisoned = claim
            ? {
                ...page,
                claim: { ...claim, speaker: { ...claim.speaker, agency }, firstLetter: { reference: 'LET-SECRET', on: '2026-09-20' } },
              }
            : 'speaker' in page && page.speaker
              ? { ...page, speaker: { ...page.speaker, agency } }
              : page;
          const html = render(poisoned as DebtorPage);
          for (const mark of [agency.name, agency.address, agency.phone, agency.email, 'Cabinet', 'LET-SECRET', 'mandat', 'recouvrement'])
            expect(`${name} ${html.includes(mark)} ${mark}`).toBe(`${name} false ${mark}`);
        }
      }
    }
  });

  it('name agency and creditor, and recall the first letter, in the agency’s name', () => {
    const { html } = pages.find(({ title }) => title === 'soleil fr claim')!;
    for (const mark of [agency.name, agency.address, 'mandaté par Soleil Télécom', 'LET-2026-000981', 'envoyé le 20 septembre 2026'])
      expect(html).toContain(mark);
  });

  it('tell why the bank shows another name', () => {
    expect(pages.find(({ title }) => title === 'soleil fr claim')!.html).toContain(
      'Votre banque affichera le nom Cabinet Exemple – compte de tiers.',
    );
    expect(pages.find(({ title }) => title === 'lumen fr claim')!.html).not.toContain('Votre banque affichera');
  });
});

describe('the case page', () => {
  const htmlOf = (name: string) => pages.find(({ title }) => title === `soleil fr ${name}`)!.html;

  it('says the amount once, big, each invoice with its rest, and how it adds up', () => {
    const html = htmlOf('claim');
    expect(count(html, /class="amount"/g)).toBe(1);
    expect(html).toContain('Payer 1\u202f061,40\u202f€');
    expect(html).toMatch(
      /Total des factures<\/dt><dd>1\u202f161,40\u202f€<\/dd>.*Déjà payé<\/dt><dd>− 100,00\u202f€<\/dd>.*Reste à payer<\/dt><dd>1\u202f061,40\u202f€/,
    );
    expect(html).toContain('1er septembre 2026');
  });

  it('prints the transfer with references in groups of four', () => {
    expect(htmlOf('claim')).toContain('FR76 3000 6000 0112 3456 7890 189');
    expect(htmlOf('claim')).toContain('RF18 5390 0754 7034');
    expect(htmlOf('claim')).toMatch(/role="img" aria-label="Code QR du virement"><svg/);
  });

  it('leaves out what is contested', () => {
    expect(htmlOf('claim-part-disputed')).toMatch(/Contesté, suspendu<\/dt><dd>− 318,90\u202f€/);
  });

  it.each(['claim-in-payment', 'claim-paid', 'claim-on-hold', 'claim-closed', 'claim-disputed', 'pay-on-hold', 'pay-in-flight'])(
    '%s offers no way to pay again',
    (name) => {
      expect(htmlOf(name)).not.toMatch(/action="[^"]*\/pay"|class="transfer"/);
    },
  );

  it('holds a company with a hundred invoices within the same weight', async () => {
    const claim = await claimOf('lumen');
    const lines = Array.from({ length: hundredLines }, (_, i) => ({ ...claim.lines[0]!, invoiceId: `i${i}`, number: `F-${1_000 + i}` }));
    const { page } = (await pagesOf('lumen', 'fr')).find(({ name }) => name === 'claim')!;
    const html = render({ ...page, claim: { ...claim, lines } } as DebtorPage);
    expect(brotliCompressSync(html).length).toBeLessThan(15_000);
  });

  it('holds a company with 512 invoices within the same weight, claim, list and choice to pay alike', () => {
    for (const name of ['claim-many-lines', 'pay-many-lines', 'invoices-page-2', 'ledger-page-2'])
      expect([name, brotliCompressSync(htmlOf(name), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length < 15_000]).toEqual([
        name,
        true,
      ]);
  });

  it('keeps hostile names as text', async () => {
    const claim = await claimOf('lumen');
    const { page } = (await pagesOf('lumen', 'fr')).find(({ name }) => name === 'claim')!;
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}';
    const html = render({
      ...page,
      brand: { ...page.brand, name: evil, address: evil, email: evil },
      claim: {
        ...claim,
        debtorName: evil,
        reference: evil,
        lines: claim.lines.map((line) => ({ ...line, number: evil, description: evil })),
      },
    } as DebtorPage);
    expect(html).not.toMatch(/<script>|<img src=x/);
    expect(unbalancedTags(html)).toEqual([]);
  });

  it('refuses a brand token that is not a colour', () => {
    const { page } = pages[0]!;
    expect(() => render({ ...page, brand: { ...page.brand, light: { ...page.brand.light, accent: 'red;}body{display:none' } } })).toThrow(
      /not a colour/,
    );
  });
});

/** Names of tags that open without closing, close without opening, or are no tag at all. */
function unbalancedTags(html: string): string[] {
  const empty = new Set(['meta', 'img', 'br', 'link', 'hr', 'input']);
  const open: string[] = [];
  const wrong: string[] = [];
  const markup = html.replace('<!doctype html>', '').replace(/(<(style|script)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  const tag = /<(\/?)([a-z][a-z0-9]*)(?:\s+[a-zA-Z-:]+(?:="[^"<]*")?)*\s*(\/?)>/g;
  for (const [, slash, name, selfClosed] of markup.matchAll(tag)) {
    if (empty.has(name!) || selfClosed) continue;
    if (!slash) open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  return [...wrong, ...open, ...(markup.replace(tag, '').match(/<.{0,20}/g) ?? [])];
}
