import { type DebtorLanguage, DebtorLanguageEnum } from '@amiable/identity';
import { DayScalar, DecimalScalar, FactsScalar, InstantScalar, Money, PageInfo } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Channel, Hat, ImportMode, ImportState, MovementKind, PaymentMethod, RemittanceState, type WordOf } from './case.agency.enums';
import { BrandStripe } from './case-summary.agency.types';
import { FeeTierOfMandate } from './client-page.agency.types';

@ObjectType('Client')
export class ClientOfAgency {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) legalName: string;
  @Field(() => String) siren: string;
  @Field(() => [BrandStripe]) brands: BrandStripe[];
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => [FeeTierOfMandate]) feeTiers: FeeTierOfMandate[];
  @Field(() => Int) openCases: number;
  @Field(() => Money) open: Money;
  @Field(() => Money) collected: Money;
  @Field(() => Money) toRemit: Money;
  @Field(() => DayScalar, { nullable: true }) remitBy: string | null;
  @Field(() => Boolean) sendingStopped: boolean;
}

@ObjectType()
export class ImportColumn {
  @Field(() => String) field: string;
  @Field(() => String, { nullable: true }) column: string | null;
}

@ObjectType()
export class ImportReason {
  @Field(() => String) field: string;
  @Field(() => String, { nullable: true }) column: string | null;
  @Field(() => String, { nullable: true }) value: string | null;
  @Field(() => String) code: string;
  @Field(() => String) text: string;
}

@ObjectType()
export class ImportRejection {
  @Field(() => Int) line: number;
  @Field(() => [ImportReason]) reasons: ImportReason[];
  @Field(() => [String]) cells: string[];
}

@ObjectType()
export class ImportCounts {
  @Field(() => Int) lines: number;
  @Field(() => Int) new: number;
  @Field(() => Int) changed: number;
  @Field(() => Int) unchanged: number;
  @Field(() => Int) rejected: number;
  @Field(() => Int) settled: number;
  @Field(() => Int) totals: number;
  @Field(() => Int) warnings: number;
  @Field(() => Money) sum: Money;
  @Field(() => Money) openSum: Money;
  @Field(() => Int) casesOpened: number;
  @Field(() => Int) debtorsNew: number;
}

@ObjectType('Import')
export class ImportOfFile {
  @Field(() => ID) id: string;
  @Field(() => String) clientName: string;
  @Field(() => String) filename: string;
  @Field(() => ImportState) state: WordOf<typeof ImportState>;
  @Field(() => ImportMode, { nullable: true }) mode: WordOf<typeof ImportMode> | null;
  @Field(() => InstantScalar) createdAt: string;
  @Field(() => String, { nullable: true }) createdBy: string | null;
  @Field(() => FactsScalar, { description: 'Encoding, separator, decimal sign and date format, each as found.' }) format: Record<
    string,
    unknown
  >;
  @Field(() => [ImportColumn]) columns: ImportColumn[];
  @Field(() => [String]) unmappedColumns: string[];
  @Field(() => ImportCounts) counts: ImportCounts;
  @Field(() => [ImportRejection]) rejections: ImportRejection[];
}

@ObjectType()
export class Movement {
  @Field(() => ID) id: string;
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => String) clientName: string;
  @Field(() => MovementKind) kind: WordOf<typeof MovementKind>;
  @Field(() => PaymentMethod) method: WordOf<typeof PaymentMethod>;
  @Field(() => Money) amount: Money;
  @Field(() => DayScalar) effectiveOn: string;
  @Field(() => String, { nullable: true }) receiptNumber: string | null;
  @Field(() => Money, { nullable: true }) fee: Money | null;
  @Field(() => String, { nullable: true }) remittanceNumber: string | null;
}

@ObjectType()
export class MovementEdge {
  @Field(() => String) cursor: string;
  @Field(() => Movement) node: Movement;
}

@ObjectType()
export class MovementConnection {
  @Field(() => [MovementEdge]) edges: MovementEdge[];
  @Field(() => [Movement]) nodes: Movement[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int, { nullable: true }) totalCount: number | null;
}

@ObjectType('RemittancePreview')
export class RemittancePreviewScreen {
  @Field(() => ID) clientId: string;
  @Field(() => String) clientName: string;
  @Field(() => DayScalar) asOf: string;
  @Field(() => [Movement]) movements: Movement[];
  @Field(() => Money) funds: Money;
  @Field(() => Money) fees: Money;
  @Field(() => DecimalScalar) vatPercent: string;
  @Field(() => Money) vat: Money;
  @Field(() => Money) feesWithVat: Money;
  @Field(() => Money) paidOut: Money;
  @Field(() => String) mode: string;
  @Field(() => DayScalar, { nullable: true }) remitBy: string | null;
  @Field(() => String, { nullable: true }) iban: string | null;
  @Field(() => String, { nullable: true, description: 'Why it cannot be ordered now.' }) refusal: string | null;
}

@ObjectType('Remittance')
export class RemittanceOfAgency {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) invoiceNumber: string | null;
  @Field(() => String) clientName: string;
  @Field(() => DayScalar) asOf: string;
  @Field(() => Money) funds: Money;
  @Field(() => Money) fees: Money;
  @Field(() => Money) vat: Money;
  @Field(() => Money) paidOut: Money;
  @Field(() => RemittanceState) state: WordOf<typeof RemittanceState>;
  @Field(() => DayScalar, { nullable: true }) paidOutOn: string | null;
  @Field(() => ID, { nullable: true }) pdfId: string | null;
  @Field(() => ID, { nullable: true }) csvId: string | null;
}

@ObjectType()
export class LedgerBalance {
  @Field(() => String) account: string;
  @Field(() => String) book: string;
  @Field(() => Money) balance: Money;
}

@ObjectType({ description: 'Something the law or the house does not allow in a message, and what to say instead.' })
export class LintFindingOfText {
  @Field(() => String) code: string;
  @Field(() => String) article: string;
  @Field(() => Boolean, { description: 'It keeps the message from leaving.' }) refuses: boolean;
  @Field(() => String) excerpt: string;
  @Field(() => Int, { description: 'Characters `from` to `to` of the words become `offer`.' }) from: number;
  @Field(() => Int) to: number;
  @Field(() => String) offer: string;
}

@ObjectType()
export class MessagePreview {
  @Field(() => Channel) channel: WordOf<typeof Channel>;
  @Field(() => String, { nullable: true }) subject: string | null;
  @Field(() => String) html: string;
  @Field(() => String, { nullable: true }) recipient: string | null;
  @Field(() => String, { nullable: true }) refusal: string | null;
  @Field(() => [LintFindingOfText]) findings: LintFindingOfText[];
  @Field(() => DebtorLanguageEnum, { description: 'The language it is written in: the debtor’s, or the brand’s.' })
  language: DebtorLanguage;
  @Field(() => Boolean, { description: 'The legal check can read this language; otherwise words added by hand are read by a person.' })
  isJudged: boolean;
  @Field(() => Int, { nullable: true, description: 'Version of the client’s own words it is written with; null for the standard ones.' })
  templateVersion: number | null;
  @Field(() => InstantScalar, { description: 'When it would leave the house.' }) leavesAt: string;
}

@InputType()
export class CommitImportInput {
  @Field(() => ID) importId: string;
  @Field(() => ImportMode) mode: WordOf<typeof ImportMode>;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class OrderRemittanceInput {
  @Field(() => ID) clientId: string;
  @Field(() => DayScalar) asOf: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class MarkRemittancePaidOutInput {
  @Field(() => ID) remittanceId: string;
  @Field(() => DayScalar) paidOutOn: string;
  @Field(() => String) idempotencyKey: string;
}
