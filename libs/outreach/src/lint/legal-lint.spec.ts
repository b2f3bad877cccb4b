import fc from 'fast-check';
import { debtorLanguages } from '@amiable/identity';
import { canJudge, lintMessage, lintNote, refusalsIn } from './legal-lint.rules';
import { lintRules } from './lint-rules.rules';
import type { LintContext } from './lint.types';

const context: LintContext = {
  language: 'fr',
  debtorKind: 'person',
  hat: 'client_name',
  agencyName: 'Cabinet Aster Recouvrement',
  names: ['BOULANGERIE MARTIN', 'Alizé Mobilier'],
};
const codes = (text: string, more: Partial<LintContext> = {}) => lintMessage(text, { ...context, ...more }).map(({ code }) => code);
const refusals = (text: string, more: Partial<LintContext> = {}) =>
  refusalsIn(lintMessage(text, { ...context, ...more })).map(({ code }) => code);

/** Letters as the DGCCRF finds them, and what is wrong with each. */
const bad: ReadonlyArray<readonly [code: string, text: string]> = [
  ['SEIZURE', 'Sans paiement, une saisie sur salaire sera lancée.'],
  ['SEIZURE', 'Nous allons saisir votre compte bancaire.'],
  ['SEIZURE', 'Vos biens seront saisis la semaine prochaine.'],
  ['SEIZURE', 'Saisie imminente : réglez.'],
  ['SEIZURE', 'We will seize your car.'],
  ['BAILIFF', 'Un huissier passera chez vous.'],
  ['BAILIFF', 'Le commissaire de justice est mandaté.'],
  ['BAILIFF', 'Bailiffs will visit you on Monday.'],
  ['COURT_PAPER', 'Ceci est un commandement de payer.'],
  ['COURT_PAPER', 'Dernier avis avant poursuites.'],
  ['COURT_PAPER', 'Nous disposons d’un titre exécutoire.'],
  ['COLLECTION_FEES', 'Des frais de dossier de 35 € s’ajoutent.'],
  ['COLLECTION_FEES', 'Vous devez aussi les frais de recouvrement.'],
  ['COLLECTION_FEES', 'Les frais accessoires sont à votre charge.'],
  ['COLLECTION_FEES', 'Reminder fees of 12 € will be added.'],
  ['FORTY_EUROS', 'L’indemnité forfaitaire de 40 euros est due.'],
  ['DAMAGES', 'Nous réclamons des dommages et intérêts.'],
  ['DAMAGES', 'Vous paierez des dommages-intérêts.'],
  ['CRIMINAL', 'Nous porterons plainte.'],
  ['CRIMINAL', 'Il s’agit d’une escroquerie.'],
  ['CRIMINAL', 'We will call the police.'],
  ['LISTING', 'Vous serez fiché à la Banque de France.'],
  ['LISTING', 'You will be blacklisted.'],
  ['THIRD_PARTY', 'Nous allons prévenir votre employeur.'],
  ['THIRD_PARTY', 'Votre nom ? Nous contacterons aussi vos voisins.'],
  ['THIRD_PARTY', 'We will inform your employer.'],
  ['OFFICIAL', 'Agents assermentés, par autorité de justice.'],
  ['INSULT', 'Vous êtes un menteur.'],
  ['INSULT', 'Votre mauvaise foi est évidente.'],
  ['TUTOIEMENT', 'Tu dois payer ta facture.'],
  ['TUTOIEMENT', 'T’as oublié de payer.'],
  ['SENSITIVE', 'Malgré votre maladie, il faut payer.'],
  ['SENSITIVE', 'Nous savons que vous êtes enceinte.'],
  ['BANK_DETAILS', 'Virez sur FR76 3000 1007 9412 3456 7890 185 plutôt.'],
  ['CARD_NUMBER', 'Votre carte 4242 4242 4242 4242 est notée.'],
  ['SHOUTING', 'VOUS DEVEZ PAYER MAINTENANT'],
  ['SHOUTING', 'Payez aujourd’hui !!!'],
  ['AGENCY_NAMED', 'Ici le Cabinet Aster Recouvrement, merci de régler.'],
];
const warned: ReadonlyArray<readonly [code: string, text: string]> = [
  ['COURT_THREAT', 'À défaut, notre client pourrait demander une injonction de payer.'],
  ['COURT_THREAT', 'We may go to court.'],
  ['PRESSURE', 'Payez sous 24 h.'],
];
/** What a good collector writes; nothing of it may be held back. */
const good: readonly string[] = [
  'Bonjour, comme convenu au téléphone, je vous confirme votre promesse de 120,00 € pour le 15 décembre.',
  'Vous trouverez la facture F-2026-104 dans ce message. Dites-moi si une ligne vous semble fausse.',
  'Merci pour votre appel. Aucun frais de dossier ne vous est demandé.',
  'Sans frais de relance pour vous : réglez simplement le montant de la facture.',
  'Vous pouvez saisir la référence 7K3M-Q9TX-2VH1 sur la page de paiement.',
  'Le syndicat de copropriété a bien reçu votre courrier.',
  'La BOULANGERIE MARTIN peut régler par virement SEPA ou par carte.',
  'Le ton de ma lettre a pu surprendre, je m’en excuse.',
  'Nous avons bien noté votre nouvelle adresse. La livraison date du 3 mars.',
  'Un échéancier en trois fois est possible. Souhaitez-vous en parler ?',
  'You can pay in three parts. Shall we talk about it?',
  'Please send us the delivery note; we will check with Alizé Mobilier.',
  'Facture d’origine, avoir et bon de livraison sont joints.',
];

describe('the legal lint', () => {
  it.each(bad)('%s is refused: %s', (code, text) => expect(refusals(text)).toContain(code));
  it.each(warned)('%s is pointed at, and may be meant: %s', (code, text) => {
    expect(codes(text)).toContain(code);
    expect(refusals(text)).toEqual([]);
  });
  it.each(good)('lets pass: %s', (text) => expect(lintMessage(text, context)).toEqual([]));

  it('knows every rule by at least one bad text, each with an article', () => {
    const proved = new Set([...bad, ...warned].map(([code]) => code));
    expect(lintRules.filter(({ code }) => !proved.has(code)).map(({ code }) => code)).toEqual([]);
    expect(lintRules.filter(({ article }) => !/\d/.test(article))).toEqual([]);
  });

  it('a company may be asked for the 40 euros of L441-10, a person never', () => {
    const text = 'L’indemnité forfaitaire pour frais de recouvrement de 40 € s’ajoute.';
    expect(refusals(text, { debtorKind: 'company' })).toEqual([]);
    expect(refusals(text)).toContain('FORTY_EUROS');
  });

  it('the agency may name itself under its own hat', () => {
    expect(refusals('Ici le Cabinet Aster Recouvrement.', { hat: 'agency' })).toEqual([]);
  });

  it('says which languages it can judge; in another one it still finds what is the same in all, and offers English', () => {
    expect(debtorLanguages.filter(canJudge)).toEqual(['fr', 'en']);
    const [found] = lintMessage('Bitte überweisen Sie auf FR76 3000 1007 9412 3456 7890 185.', { ...context, language: 'de' });
    expect(found).toMatchObject({ code: 'BANK_DETAILS', mend: { text: 'the bank details given in this message' } });
    expect(refusals('Un huissier passera chez vous.', { language: 'de' })).toContain('BAILIFF');
  });

  it('what it offers mends the text: applied until nothing is found, no refusal is left', () => {
    for (const [, text] of bad) {
      let mended = text;
      for (
        let found = refusalsIn(lintMessage(mended, context)), tries = 0;
        found.length > 0;
        found = refusalsIn(lintMessage(mended, context))
      ) {
        const { from, to, text: offer } = found[0]!.mend;
        mended = mended.slice(0, from) + offer + mended.slice(to);
        if (++tries > 20) throw new Error(`“${text}” cannot be mended, last: “${mended}”`);
      }
    }
  });

  it('points inside the text, whatever the text, and takes no long time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const { mend } of lintMessage(text, context)) {
          expect(mend.from).toBeGreaterThanOrEqual(0);
          expect(mend.to).toBeLessThanOrEqual(text.length);
          expect(mend.from).toBeLessThanOrEqual(mend.to);
        }
      }),
    );
    const began = performance.now();
    lintMessage('informer '.repeat(440) + 'A'.repeat(4_000), context);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('notes for colleagues hold no health, belief or card number, and may be blunt otherwise', () => {
    expect(lintNote('Hospitalisé depuis mardi, rappeler.', context).map(({ code }) => code)).toEqual(['SENSITIVE']);
    expect(lintNote('Menteur, dit qu’il paiera. L’huissier a déjà écrit.', context)).toEqual([]);
  });
});
