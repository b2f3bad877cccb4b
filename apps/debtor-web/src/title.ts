import type { DebtorPage } from '../../../libs/web-kit/src/debtor-pages';
import { titleOfTopic } from './answers/answer-words';
import type { Words } from './i18n/words';
import { titleOfPlan } from './pages/plan-page';

/** The title of the tab: says where one is, and first that something went wrong; never a name nor an amount. */
export function titleOf(page: DebtorPage, t: Words['t']): string {
  const wrong =
    (page.kind === 'enter' && page.error) ||
    ((page.kind === 'pay' || page.kind === 'plan') && page.error) ||
    (page.kind === 'transfer_announce' && page.error) ||
    (isOfCompany(page) && page.error) ||
    (page.kind === 'answer' && page.error);
  return wrong ? t('frame.errorTitle', { title: plainTitle(page, t) }) : plainTitle(page, t);
}

function plainTitle(page: DebtorPage, t: Words['t']): string {
  switch (page.kind) {
    case 'enter':
      return page.via === 'link' ? t('enterLink.title') : t('enterCode.title');
    case 'link_dead':
      return t('linkDead.title');
    case 'claim':
      return t('claim.tabTitle');
    case 'pay':
      return t('pay.title');
    case 'plan':
      return titleOfPlan(page.view, t);
    case 'return':
      return t('return.tabTitle');
    case 'verify':
      return t('verify.title');
    case 'transfer_announce':
      return t('announce.title');
    case 'suspended':
      return t('suspended.title');
    case 'invoices':
      return t('company.tabTitle');
    case 'answer_invoices':
      return t('answer.tabTitle');
    case 'invoices_transfer':
      return t('selection.tabTitle');
    case 'ledger':
      return t('ledger.tabTitle');
    case 'answer':
      return page.step === 'check' ? t('check.title') : titleOfTopic(page.topic, t);
    case 'answer_noted':
      return t('noted.title');
    case 'left_alone':
      return t('alone.title');
    case 'session_over':
      return t('sessionOver.title');
    case 'problem':
      return t('problem.tabTitle');
  }
}

function isOfCompany(page: DebtorPage): page is Extract<DebtorPage, { kind: 'invoices' | 'answer_invoices' | 'ledger' }> {
  return page.kind === 'invoices' || page.kind === 'answer_invoices' || page.kind === 'ledger';
}
