import { Database, writeCsv, writeXlsx, type Cell, type CsvPreset, type RequestContext, type Sheet } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { readCaseList, type CaseOrderWord } from './case-list.agency.queries';
import type { CaseFilterFacts } from './case-filter.agency.sql';
import type { CaseSummary } from './case-summary.agency.types';

const pageSize = 100;
/** Most rows of one file: more is a matter for a report. */
const mostRows = 100_000;

type Words = Readonly<Record<'fr' | 'en', string>>;
type ExportColumn = readonly [
  title: Words,
  kind: 'text' | 'amount' | 'day' | 'count',
  cell: (row: CaseSummary, language: 'fr' | 'en') => Cell,
  width?: number,
];

const stateWords: Readonly<Record<CaseSummary['state'], Words>> = {
  open: { fr: 'En cours', en: 'Open' },
  on_hold: { fr: 'Suspendu', en: 'On hold' },
  closed: { fr: 'Clôturé', en: 'Closed' },
};
export const stageWords: Readonly<Record<CaseSummary['stage'], Words>> = {
  before_due: { fr: 'Avant échéance', en: 'Before due' },
  reminder: { fr: 'Relance', en: 'Reminder' },
  call: { fr: 'Appel', en: 'Call' },
  formal_notice: { fr: 'Mise en demeure', en: 'Formal notice' },
};

const standingWords: Readonly<Record<NonNullable<CaseSummary['limit']>['standing'], Words>> = {
  within: { fr: 'Respectée', en: 'Kept' },
  near: { fr: 'Proche', en: 'Near' },
  passed: { fr: 'Dépassée', en: 'Passed' },
};

const columns: readonly ExportColumn[] = [
  [{ fr: 'Référence', en: 'Reference' }, 'text', ({ reference }) => reference, 18],
  [{ fr: 'Client', en: 'Client' }, 'text', ({ client }) => client.name, 24],
  [{ fr: 'Marque', en: 'Brand' }, 'text', ({ brand }) => brand.name, 24],
  [{ fr: 'Débiteur', en: 'Debtor' }, 'text', ({ debtorName }) => debtorName, 32],
  [{ fr: 'Ville', en: 'Town' }, 'text', ({ city }) => city, 20],
  [{ fr: 'État', en: 'State' }, 'text', ({ state }, l) => stateWords[state][l], 12],
  [{ fr: 'Phase', en: 'Stage' }, 'text', ({ stage }, l) => stageWords[stage][l], 18],
  [{ fr: 'Reste dû', en: 'Open amount' }, 'amount', ({ open }) => minorOf(open.amount), 14],
  [{ fr: 'Devise', en: 'Currency' }, 'text', ({ open }) => open.currency, 8],
  [{ fr: 'Échéance la plus ancienne', en: 'Oldest due day' }, 'day', ({ oldestDueOn }) => oldestDueOn, 14],
  [{ fr: 'Jours de retard', en: 'Days late' }, 'count', ({ daysLate }) => daysLate, 10],
  [{ fr: 'Prochain acte', en: 'Next step' }, 'text', ({ nextStep }) => nextStep, 24],
  [{ fr: 'Prévu le', en: 'Planned on' }, 'day', ({ nextStepOn }) => nextStepOn, 14],
  [{ fr: 'Chargé', en: 'Collector' }, 'text', ({ ownerName }) => ownerName, 20],
  [{ fr: 'Étiquettes', en: 'Tags' }, 'text', ({ tags }) => tags.join(', '), 20],
  [{ fr: 'Encours autorisé', en: 'Credit limit' }, 'amount', ({ limit }) => limit && minorOf(limit.amount.amount), 14],
  [{ fr: 'Encours', en: 'Exposure' }, 'amount', ({ limit }) => limit && minorOf(limit.exposure.amount), 14],
  [{ fr: 'Limite', en: 'Limit' }, 'text', ({ limit }, l) => limit && standingWords[limit.standing][l], 12],
  [
    { fr: 'Limite fixée pour', en: 'Limit set for' },
    'text',
    ({ limit }, l) => limit && (limit.isOwn ? { fr: 'Ce débiteur', en: 'This debtor' } : { fr: 'Tous', en: 'Everybody' })[l],
    16,
  ],
  [{ fr: 'Dernier acte', en: 'Last act' }, 'day', ({ lastContactAt }) => lastContactAt?.slice(0, 10) ?? null, 14],
];

/** The list of cases as a file, whatever its length: read page by page, each in a short transaction, written as it comes. */
@Injectable()
export class ExportCases {
  constructor(private readonly database: Database) {}

  xlsx(ctx: RequestContext, filter: CaseFilterFacts, order: Exclude<CaseOrderWord, 'rank'>): AsyncGenerator<Buffer> {
    return writeXlsx(this.sheet(ctx, filter, order));
  }

  csv(ctx: RequestContext, filter: CaseFilterFacts, order: Exclude<CaseOrderWord, 'rank'>, preset: CsvPreset): AsyncGenerator<Buffer> {
    return writeCsv(this.sheet(ctx, filter, order), preset);
  }

  private sheet(ctx: RequestContext, filter: CaseFilterFacts, order: Exclude<CaseOrderWord, 'rank'>): Sheet {
    const { language } = ctx;
    return {
      name: language === 'fr' ? 'Dossiers' : 'Cases',
      columns: columns.map(([title, kind, , width]) => ({ title: title[language], kind, ...(width && { width }) })),
      rows: this.rows(ctx, filter, order),
    };
  }

  private async *rows(ctx: RequestContext, filter: CaseFilterFacts, order: Exclude<CaseOrderWord, 'rank'>): AsyncGenerator<Cell[]> {
    let after: string | null = null;
    for (let written = 0; written < mostRows; written += pageSize) {
      const page: { nodes: CaseSummary[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } =
        await this.database.acrossClients(ctx.portfolio, (db) =>
          readCaseList(db, ctx, filter, order, { first: pageSize, after }, { counted: false }),
        );
      for (const row of page.nodes) yield columns.map(([, , cell]) => cell(row, ctx.language));
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  }
}

const minorOf = (amount: string): bigint => BigInt(amount.replace('.', ''));
