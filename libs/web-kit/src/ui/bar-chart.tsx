import { useId } from 'react';
import { compareDecimals, shareOf } from '../format/decimal';
import type { Money } from '../format/money';
import { useFormat } from '../format/use-format';
import { useKitT } from '../i18n/i18n';

export interface Series {
  id: string;
  label: string;
}
export interface Bars {
  label: string;
  values: Readonly<Record<string, Money>>;
}

/** Bars per period, up to three series; the same figures stand in a table one press away. */
export function BarChart({
  title,
  series,
  bars,
  height = 160,
}: {
  title: string;
  series: readonly Series[];
  bars: readonly Bars[];
  height?: number;
}) {
  const t = useKitT();
  const format = useFormat();
  const titleId = useId();
  const all = bars.flatMap((bar) => series.map(({ id }) => bar.values[id]!.amount));
  const largest = all.reduce((most, each) => (compareDecimals(each, most) > 0 ? each : most), '0');
  const currency = bars[0]?.values[series[0]!.id]?.currency ?? 'EUR';
  const group = 100 / Math.max(1, bars.length);
  const width = (group * 0.72) / series.length;
  return (
    <figure className="chart">
      <figcaption id={titleId}>{title}</figcaption>
      <ul className="legend" aria-hidden="true">
        {series.map(({ id, label }, index) => (
          <li key={id} className={`series-${index + 1}`}>
            {label}
          </li>
        ))}
      </ul>
      <span className="chart-scale soft" aria-hidden="true">
        {format.money({ amount: largest, currency }, { whole: true })}
      </span>
      <svg className="bars" role="img" aria-labelledby={titleId} viewBox="0 0 100 100" preserveAspectRatio="none" height={height}>
        {[4, 28, 52, 76].map((y) => (
          <line key={y} className="grid-line" x1="0" x2="100" y1={y} y2={y} />
        ))}
        {bars.map((bar, at) =>
          series.map(({ id }, index) => {
            const size = Math.max(0, shareOf(bar.values[id]!.amount, largest)) * 96;
            return (
              <rect
                key={`${bar.label} ${id}`}
                className={`series-${index + 1}`}
                x={at * group + group * 0.14 + index * width}
                width={width * 0.92}
                y={100 - size}
                height={size}
              >
                <title>{`${bar.label} · ${format.money(bar.values[id]!)}`}</title>
              </rect>
            );
          }),
        )}
      </svg>
      <div className="bar-labels" aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar.label}>{bar.label}</span>
        ))}
      </div>
      <details>
        <summary>{t('kit.chartAsTable')}</summary>
        <table className="small-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <td />
              {series.map(({ id, label }) => (
                <th key={id} scope="col" data-numeric>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                {series.map(({ id }) => (
                  <td key={id} data-numeric>
                    {format.money(bar.values[id]!)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
