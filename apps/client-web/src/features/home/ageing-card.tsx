import { Card, compareDecimals, shareOf, useFormat } from '@amiable/web-kit';
import type { Home } from '../../home';
import { type Key, useT } from '../../i18n/use-t';

const bucketKeys: Readonly<Record<string, Key>> = {
  not_due: 'ageing.notDue',
  '1-30': 'ageing.upTo30',
  '31-60': 'ageing.upTo60',
  '61-90': 'ageing.upTo90',
  '91+': 'ageing.older',
  credit_notes: 'ageing.creditNotes',
};

/** Balance âgée: a table whose rows are also bars; the bars repeat the figures and are not read aloud. */
export function AgeingCard({ home: { ageing, open } }: { home: Home }) {
  const t = useT();
  const format = useFormat();
  const largest = ageing.reduce((most, { amount }) => (compareDecimals(amount.amount, most) > 0 ? amount.amount : most), '0');
  const invoices = ageing.reduce((sum, row) => sum + row.invoices, 0);
  return (
    <Card title={t('ageing.title')}>
      <p className="soft">{t('ageing.lead')}</p>
      <table className="ageing">
        <caption className="visually-hidden">{t('ageing.title')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('ageing.age')}</th>
            <th scope="col">{t('ageing.amount')}</th>
            <th scope="col">{t('ageing.invoices')}</th>
          </tr>
        </thead>
        <tbody>
          {ageing.map(({ bucket, amount, invoices: count }, index) => (
            <tr key={bucket}>
              <th scope="row">
                {bucketKeys[bucket] ? t(bucketKeys[bucket]) : bucket}
                <svg className="ageing-bar" data-age={index} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="ground" width="100" height="8" />
                  <rect className="part" width={Math.max(0, shareOf(amount.amount, largest)) * 100} height="8" />
                </svg>
              </th>
              <td data-numeric>{format.money(amount)}</td>
              <td data-numeric className="soft">
                {t('ageing.count', { count })}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ageing.total')}</th>
            <td data-numeric>{format.money(open)}</td>
            <td data-numeric className="soft">
              {t('ageing.count', { count: invoices })}
            </td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}
