import type { LintRule } from './lint.types';

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
const not = String.raw`(?<!(?:aucune?s?|sans|ni|pas de|no|without any|without) )`;

const amicable = {
  fr: 'Nous cherchons avec vous une solution à l’amiable.',
  en: 'We are looking for an amicable solution with you.',
} as const;
const claimOnly = {
  fr: 'Seul le montant de vos factures vous est demandé.',
  en: 'You are only asked for the amount of your invoices.',
} as const;
const ask = { fr: 'Dites-nous ce qui bloque, nous vous répondons.', en: 'Tell us what stands in the way, we will answer.' } as const;

/**
 * What no amicable message says, with the text of the law it offends (domain.md 1.1, 1.2 and 1.7). `refuse` never leaves;
 * `warn` leaves if the writer means it. What is offered replaces the whole sentence, or the words alone.
 */
export const lintRules: readonly LintRule[] = [
  {
    code: 'SEIZURE',
    article: 'L111-2 CPCE, L121-6 C. conso.',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`saisies?(?:[ -](?:imminentes?|sur|de|des|du|attribution|ventes?|conservatoires?|immobilières?|mobilières?|bancaires?))|saisi(?:r|rons|ra|ront) (?:vos|votre|le|les|tes|ton) (?:comptes?|biens?|salaires?|meubles?|véhicules?|maison|revenus?)|(?:vos|votre) (?:comptes?|biens?|salaires?|meubles?) (?:ser(?:a|ont)|peu(?:t|vent) être) saisi\p{L}*|exécution forcée|expulsion|blocage de (?:vos|votre) comptes?`,
      ),
      en: word(
        String.raw`seiz(?:e|ed|ing|ure)|garnish\p{L}*|distraint|repossess\p{L}*|enforcement action|freez(?:e|ing) your (?:bank )?accounts?`,
      ),
    },
    offer: amicable,
    replaces: 'sentence',
  },
  {
    code: 'BAILIFF',
    article: '433-13 C. pén., L121-6 C. conso.',
    severity: 'refuse',
    patterns: {
      fr: word(String.raw`huissiers?(?: de justice)?|commissaires? de justice|officiers? ministériels?`),
      en: word(String.raw`bailiffs?|sheriffs?|enforcement officers?|court officers?`),
    },
    offer: amicable,
    replaces: 'sentence',
  },
  {
    code: 'COURT_PAPER',
    article: '433-13 C. pén.',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`commandements?(?: de payer)?|sommations?|assignations?|significations?|titres? exécutoires?|au nom de la loi|république française|avis d[’']exécution|dernier avis avant (?:poursuites?|saisie|exécution)|contrainte par corps`,
      ),
      en: word(
        String.raw`writs?|summons(?:es)?|court orders?|in the name of the law|final notice before (?:legal action|seizure|enforcement)`,
      ),
    },
    offer: amicable,
    replaces: 'sentence',
  },
  {
    code: 'COLLECTION_FEES',
    article: 'L111-8 CPCE, L121-21 C. conso.',
    severity: 'refuse',
    patterns: {
      fr: word(
        not +
          String.raw`(?<!indemnité forfaitaire (?:de 40 (?:€|euros) )?pour )(?:frais (?:de |d[’'])?(?:dossiers?|recouvrement|relances?|gestion|poursuites?|procédure|huissier|mise en demeure|rappels?|accessoires?|supplémentaires?|annexes?)|pénalités? de (?:recouvrement|retard forfaitaires?)|clause pénale|vous coûtera (?:plus )?cher)`,
      ),
      en: word(not + String.raw`(?:collection|file|reminder|administration|handling|recovery|late|penalty) (?:fees?|charges?|costs?)`),
    },
    offer: claimOnly,
    replaces: 'sentence',
  },
  {
    code: 'FORTY_EUROS',
    article: 'L441-10 C. com.',
    severity: 'refuse',
    only: { debtorKind: 'person' },
    patterns: {
      fr: word(String.raw`indemnités? forfaitaires?(?: (?:de |pour )[^.!?]{0,40})?|40 (?:€|euros) (?:de|pour) (?:frais|retard)`),
      en: word(String.raw`(?:fixed|lump[- ]sum) (?:compensation|indemnity)|40 (?:€|euros) (?:for|of) (?:costs|late)`),
    },
    offer: claimOnly,
    replaces: 'sentence',
  },
  {
    code: 'DAMAGES',
    article: '1231-6 C. civ.',
    severity: 'refuse',
    patterns: {
      fr: word(String.raw`dommages?[- ](?:et[- ])?intérêts?`),
      en: word(String.raw`(?:punitive )?damages (?:will|shall|may) be|claim damages|sue for damages`),
    },
    offer: claimOnly,
    replaces: 'sentence',
  },
  {
    code: 'CRIMINAL',
    article: '312-10 C. pén.',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`porter(?:ons|ai|a)? plainte|dépôt de plainte|plainte pénale|poursuites? pénales?|pénalement|escroqueries?|abus de confiance|prison|police|gendarmerie|casier judiciaire|procureur`,
      ),
      en: word(
        String.raw`criminal (?:charges?|complaint|record|proceedings)|press charges|police|prison|jail|fraud charges?|prosecut\p{L}*`,
      ),
    },
    offer: ask,
    replaces: 'sentence',
  },
  {
    code: 'LISTING',
    article: 'L121-6 C. conso., 6 RGPD',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`fich(?:é|ée|és|age|er|erons)|ficp|banque de france|listes? noires?|interdi(?:t|te|ction) bancaire|liste des mauvais payeurs`,
      ),
      en: word(String.raw`blacklist\p{L}*|credit (?:record|file|rating|score) will|reported to (?:the )?credit|bad payers? list`),
    },
    offer: ask,
    replaces: 'sentence',
  },
  {
    code: 'THIRD_PARTY',
    article: 'L121-6 C. conso., 5 RGPD',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`(?:inform|préven|prévien|avert|contact|appel|alert|préviendr)\p{L}*[^.!?]{0,40}(?:employeurs?|patron|voisins?|voisinage|famille|conjointe?|parents|collègues|mairie|propriétaire|réseaux sociaux)|publi(?:er|erons|cation)[^.!?]{0,40}(?:réseaux|internet|liste|nom)`,
      ),
      en: word(
        String.raw`(?:inform|tell|contact|call|warn|notify)\p{L}*[^.!?]{0,40}(?:employer|boss|neighbours?|neighbors?|family|spouse|parents|colleagues|landlord|social media)`,
      ),
    },
    offer: ask,
    replaces: 'sentence',
  },
  {
    code: 'OFFICIAL',
    article: '433-13 C. pén.',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`trésor public|service officiel|ministère|préfecture|(?:le|du|notre) tribunal vous|agents? assermentés?|autorité de justice`,
      ),
      en: word(String.raw`official (?:service|authority)|government (?:office|agency)|ministry|by authority of`),
    },
    offer: amicable,
    replaces: 'sentence',
  },
  {
    code: 'INSULT',
    article: 'R625-8-1 C. pén., L121-6 C. conso.',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`voleurs?|voleuses?|escrocs?|menteurs?|menteuses?|malhonnêtes?|mauvais payeurs?|mauvaise foi|honte|honteux|lâches?|incapables?|parasites?|profiteurs?`,
      ),
      en: word(String.raw`thie(?:f|ves)|crooks?|liars?|dishonest|deadbeats?|bad faith|shame(?:ful)?|cowards?`),
    },
    offer: ask,
    replaces: 'sentence',
  },
  {
    code: 'TUTOIEMENT',
    article: 'L121-6 C. conso.',
    severity: 'refuse',
    patterns: {
      fr: word(
        String.raw`tu|toi|t[’'](?:as|es|avais|auras|attends|inquiète)|(?:ton|ta|tes) (?:dettes?|factures?|paiements?|comptes?|retards?|argent|solde|promesses?|parole|boîte|société|entreprise)|paie(?:s)?-nous`,
      ),
      en: null,
    },
    offer: { fr: 'vous', en: 'you' },
    replaces: 'words',
  },
  {
    code: 'SENSITIVE',
    article: '9 RGPD',
    severity: 'refuse',
    inNotes: true,
    patterns: {
      fr: word(
        String.raw`maladies?|malades?|cancers?|handicap\p{L}*|hospitalis\p{L}*|dépressi(?:f|ve|on)s?|enceinte|grossesse|sida|vih|alcooli(?:que|sme)s?|toxicoman\p{L}*|psychiatr\p{L}*|syndicat(?! (?:de|des) copropri\p{L}*)s?|syndiqu\p{L}*|syndicalist\p{L}*|religion|religieu(?:x|se)|musulmane?s?|juifs?|juives?|catholiques?|protestante?s?|origine (?:ethnique|étrangère)|ethni\p{L}*|homosexuel\p{L}*|orientation sexuelle`,
      ),
      en: word(
        String.raw`illness|cancer|disabled|disability|hospitali[sz]ed|depress(?:ed|ion)|pregnan(?:t|cy)|hiv|alcoholi(?:c|sm)|psychiatric|trade union|unioni[sz]ed|religio(?:n|us)|muslim|jewish|catholic|ethnic\p{L}*|homosexual|sexual orientation`,
      ),
    },
    offer: { fr: '', en: '' },
    replaces: 'words',
  },
  {
    code: 'BANK_DETAILS',
    article: 'L133-6 C. mon. fin.',
    severity: 'refuse',
    patterns: { any: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){3,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?![A-Z0-9])/g },
    offer: { fr: 'les coordonnées bancaires indiquées dans ce message', en: 'the bank details given in this message' },
    replaces: 'words',
  },
  {
    code: 'CARD_NUMBER',
    article: 'PCI DSS 3.4',
    severity: 'refuse',
    inNotes: true,
    patterns: { any: /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/g },
    offer: { fr: '', en: '' },
    replaces: 'words',
  },
  {
    code: 'COURT_THREAT',
    article: 'L121-6 C. conso.',
    severity: 'warn',
    patterns: {
      fr: word(
        String.raw`(?:poursuites?|action|voie|procédure)s? (?:judiciaires?|en justice)|tribunal|injonction de payer|assigner|notre avocat|en justice`,
      ),
      en: word(String.raw`legal (?:action|proceedings)|in court|to court|our lawyers?|our solicitors?`),
    },
    offer: amicable,
    replaces: 'sentence',
  },
  {
    code: 'PRESSURE',
    article: 'L121-6 C. conso.',
    severity: 'warn',
    patterns: {
      fr: word(
        String.raw`immédiatement|sans (?:aucun )?délai|sous (?:24|48) ?h(?:eures)?|dernière chance|dernier avertissement|faute de quoi`,
      ),
      en: word(String.raw`immediately|at once|within (?:24|48) hours|last chance|final warning|or else`),
    },
    offer: ask,
    replaces: 'sentence',
  },
];
