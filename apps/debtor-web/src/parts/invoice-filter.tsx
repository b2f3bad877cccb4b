import type { InvoiceList } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';

/** Search, filter and order of the list: plain fields, and the button that a press of Enter presses. */
export function InvoiceFilter({ list }: { list: InvoiceList }) {
  const { t } = useFrame();
  return (
    <div className="filter screen-only">
      <p className="grow">
        <label htmlFor="q">{t('company.search')}</label>
        <span className="entry">
          <input id="q" name="q" type="search" defaultValue={list.q} maxLength={60} autoComplete="off" spellCheck={false} />
        </span>
      </p>
      <p>
        <label htmlFor="show">{t('company.show')}</label>
        <select id="show" name="show" defaultValue={list.show}>
          <option value="all">{t('show.all')}</option>
          <option value="open">{t('show.open')}</option>
          <option value="due">{t('show.due')}</option>
          <option value="overdue">{t('show.overdue')}</option>
          <option value="disputed">{t('show.disputed')}</option>
          <option value="promised">{t('show.promised')}</option>
          <option value="in_process">{t('show.inProcess')}</option>
          <option value="settled">{t('show.settled')}</option>
        </select>
      </p>
      <p>
        <label htmlFor="sort">{t('company.sort')}</label>
        <select id="sort" name="sort" defaultValue={list.sort}>
          <option value="due">{t('sort.due')}</option>
          <option value="issued">{t('sort.issued')}</option>
          <option value="number">{t('sort.number')}</option>
          <option value="largest">{t('sort.largest')}</option>
          <option value="smallest">{t('sort.smallest')}</option>
        </select>
      </p>
      <p>
        <button className="btn quiet" name="do" value="filter">
          {t('company.filter')}
        </button>
      </p>
    </div>
  );
}
