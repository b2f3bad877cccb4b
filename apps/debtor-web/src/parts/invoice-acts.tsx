import type { InvoiceList } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';

/** What is chosen so far, and what can be done with all of it at once. */
export function InvoiceActs({ list }: { list: InvoiceList }) {
  const { t, money } = useFrame();
  const { choice } = list;
  return (
    <div className="acts screen-only">
      <p
        role="status"
        data-total={choice.total.currency}
        data-elsewhere={list.chosenElsewhere === '' ? undefined : ''}
        data-said={t('company.chosen', { count: '%n', total: '%t' })}
        data-none={t('company.noneChosen')}
      >
        {choice.count === 0 ? t('company.noneChosen') : t('company.chosen', { count: choice.count, total: money(choice.total) })}
      </p>
      <p className="actions">
        <button className="plain" name="do" value="all">
          {t('company.chooseAll')}
        </button>
        <button className="plain" name="do" value="none">
          {t('company.chooseNone')}
        </button>
        <button className="plain" name="do" value="total">
          {t('company.total')}
        </button>
      </p>
      <h2>{t('company.actsTitle')}</h2>
      <p className="actions">
        <button className="btn" name="do" value="pay">
          {t('company.pay')}
        </button>
        <button className="btn quiet" name="do" value="transfer">
          {t('company.transfer')}
        </button>
        <button className="btn quiet" name="do" value="promise">
          {t('company.promise')}
        </button>
        <button className="btn quiet" name="do" value="in_process">
          {t('company.inProcess')}
        </button>
        <button className="btn quiet" name="do" value="dispute">
          {t('company.dispute')}
        </button>
        <button className="btn quiet" name="do" value="not_received">
          {t('company.notReceived')}
        </button>
      </p>
    </div>
  );
}
