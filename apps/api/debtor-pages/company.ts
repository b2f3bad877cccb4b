import { CompanyPagesController } from './company-pages.controller';
import { EvidencePages } from './evidence-pages';
import { InvoicePages } from './invoice-pages';
import { LedgerPages } from './ledger-pages';
import { StatementFiles } from './statement-files';

/** The pages of a company's accountant, as the api takes them in. */
export const companyControllers = [CompanyPagesController];
export const companyProviders = [EvidencePages, InvoicePages, LedgerPages, StatementFiles];
