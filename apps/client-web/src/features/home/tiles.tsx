import { type Money, useFormat } from '@amiable/web-kit';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Home } from '../../home';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';

/** Each figure opens the list it is the total of. */
export function Tiles({ home }: { home: Home }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const year = home.day.slice(0, 4);
  return (
    <ul className="tiles" aria-label={t('tile.all')}>
      <Tile
        to="/cases"
        label={t('tile.placed')}
        value={home.placed}
        note={t('tile.placedNote', { count: home.openCases + home.closedCases, closed: format.count(home.closedCases) })}
      />
      <Tile
        to="/movements"
        label={t('tile.recovered')}
        value={home.recovered}
        note={t('tile.recoveredNote', { rate: format.percent(home.recoveryRate), month: format.money(home.recoveredThisMonth) })}
      />
      <Tile to="/cases?promised=yes" label={t('tile.promised')} value={home.promised} note={t('tile.promisedNote')} />
      <Tile
        to="/cases?disputed=yes"
        label={t('tile.disputed')}
        value={home.disputed}
        note={t('tile.disputedNote', { count: home.waiting.length })}
      />
      {may('read:Remittance') && <Tile to="/remittances" label={t('tile.toRemit')} value={home.toRemit} note={t('tile.toRemitNote')} />}
      {may('read:Fee') && <Tile to="/remittances" label={t('tile.fees', { year })} value={home.feesThisYear} note={t('tile.feesNote')} />}
    </ul>
  );
}

function Tile({ to, label, value, note }: { to: string; label: string; value: Money; note: ReactNode }) {
  const { money } = useFormat();
  return (
    <li>
      <Link className="tile" to={to}>
        <span className="soft">{label}</span>
        <strong>{money(value)}</strong>
        <small className="soft">{note}</small>
      </Link>
    </li>
  );
}
