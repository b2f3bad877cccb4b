import { writeCsv, writeXlsx, type Cell, type CsvPreset, type RequestContext, type Sheet } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { stageWords } from './case-export.agency';
import { TeamReader } from './team.agency.queries';
import type { Team, TeamFiguresFace } from './team.agency.types';

const titles = {
  fr: [
    'Par',
    'Nom',
    'En cours',
    'Reste dû',
    'À traiter',
    'Sans acte',
    'Appels',
    'Conversations',
    'Messages écrits',
    'Promesses prises',
    'Promesses jugées',
    'Promesses tenues',
    'Conversations / appels (%)',
    'Conversations / décrochés (%)',
    'Promesses / conversations (%)',
    'Promesses tenues (%)',
    'Montant promis honoré (%)',
    'Montant promis tenu en entier (%)',
    'Encaissé',
    'Objectif encaissé',
    'Objectif appels',
  ],
  en: [
    'By',
    'Name',
    'Open cases',
    'Open amount',
    'To work',
    'Untouched',
    'Calls',
    'Talks',
    'Messages written',
    'Promises taken',
    'Promises judged',
    'Promises kept',
    'Talks / calls (%)',
    'Talks / answered (%)',
    'Promises / talks (%)',
    'Promises kept (%)',
    'Promised amount honoured (%)',
    'Promised amount kept whole (%)',
    'Collected',
    'Goal collected',
    'Goal calls',
  ],
} as const;
const kinds = [
  'text',
  'text',
  'count',
  'amount',
  'count',
  'count',
  'count',
  'count',
  'count',
  'count',
  'count',
  'count',
  ...Array.from({ length: 6 }, () => 'amount' as const),
  'amount',
  'amount',
  'count',
] as const;
const by = {
  fr: { collector: 'Chargé', client: 'Client', stage: 'Étape', nobody: 'Personne, dans la file' },
  en: { collector: 'Collector', client: 'Client', stage: 'Stage', nobody: 'Nobody, in the queue' },
} as const;
const euro = 'EUR';

/** The team's page as a file: a row for each collector, client and stage; sums in euro. */
@Injectable()
export class ExportTeam {
  constructor(private readonly reader: TeamReader) {}

  xlsx(ctx: RequestContext, month: string | null, silentDays: number): AsyncGenerator<Buffer> {
    return writeXlsx(this.sheet(ctx, month, silentDays));
  }

  csv(ctx: RequestContext, month: string | null, silentDays: number, preset: CsvPreset): AsyncGenerator<Buffer> {
    return writeCsv(this.sheet(ctx, month, silentDays), preset);
  }

  private sheet(ctx: RequestContext, month: string | null, silentDays: number): Sheet {
    const rows = async function* (reader: TeamReader): AsyncGenerator<Cell[]> {
      yield* rowsOf(await reader.read(ctx, month, silentDays), ctx.language);
    };
    return {
      name: ctx.language === 'fr' ? 'Équipe' : 'Team',
      columns: titles[ctx.language].map((title, n) => ({ title, kind: kinds[n]!, width: n === 1 ? 28 : 14 })),
      rows: rows(this.reader),
    };
  }
}

function* rowsOf(team: Team, language: 'fr' | 'en'): Generator<Cell[]> {
  const words = by[language];
  for (const { name, figures, goal } of team.collectors)
    yield [
      words.collector,
      name ?? words.nobody,
      ...cells(figures),
      goal?.collected ? minorOf(goal.collected.amount) : null,
      goal?.calls ?? null,
    ];
  for (const { client, figures } of team.clients) yield [words.client, client.name, ...cells(figures), null, null];
  for (const { stage, figures } of team.stages) yield [words.stage, stageWords[stage][language], ...cells(figures), null, null];
}

function cells(figures: TeamFiguresFace): Cell[] {
  const { rates } = figures;
  /** Two decimals, as an amount has. */
  const rate = (percent: string | null) => (percent === null ? null : minorOf(percent));
  const inEuro = (sums: TeamFiguresFace['open']) => minorOf(sums.find(({ currency }) => currency === euro)?.amount ?? '0.00');
  return [
    figures.openCases,
    inEuro(figures.open),
    figures.toWork,
    figures.untouched,
    figures.calls,
    figures.talks,
    figures.messages,
    figures.promisesMade,
    figures.promisesJudged,
    figures.promisesKept,
    rate(rates.talksOfCalls),
    rate(rates.talksOfReached),
    rate(rates.promisesOfTalks),
    rate(rates.keptOfJudged),
    rate(rates.honoured),
    rate(rates.keptAmount),
    inEuro(figures.collected),
  ];
}

const minorOf = (amount: string): bigint => BigInt(amount.replace('.', ''));
