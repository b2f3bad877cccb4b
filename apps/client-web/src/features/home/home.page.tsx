import { BarChart, Card, PageHead, useFormat, useSettings } from '@amiable/web-kit';
import { useHome } from '../../home';
import { useT } from '../../i18n/use-t';
import { useMe } from '../../me';
import { AgeingCard } from './ageing-card';
import { AgencyViewsCard } from './agency-views-card';
import { HowComputed } from './how-computed';
import { Tiles } from './tiles';
import { WaitingCard } from './waiting-card';

/** Accueil: what waits for the company first, then where its money is. */
export default function HomePage() {
  const t = useT();
  const format = useFormat();
  const { language } = useSettings();
  const home = useHome();
  const firstName = useMe().data?.me?.user.name.split(' ')[0] ?? '';
  // The year only where it begins: twelve names with their year do not fit side by side.
  const monthName = (month: string) =>
    new Intl.DateTimeFormat(language, { month: 'short', ...(month.endsWith('-01') && { year: '2-digit' }), timeZone: 'UTC' }).format(
      new Date(`${month}-15T12:00:00Z`),
    );
  return (
    <div className="stack">
      <PageHead
        title={t('home.title', { name: firstName })}
        lead={t('home.lead', { day: format.dayInFull(home.day), time: format.time(home.asOf) })}
      />
      <WaitingCard waiting={home.waiting} day={home.day} />
      <Tiles home={home} />
      <div className="home-charts">
        <Card title={t('months.title')}>
          <BarChart
            title={t('months.chart')}
            height={200}
            series={[
              { id: 'placed', label: t('tile.placed') },
              { id: 'recovered', label: t('tile.recovered') },
            ]}
            bars={home.months.map(({ month, placed, recovered }) => ({ label: monthName(month), values: { placed, recovered } }))}
          />
        </Card>
        <AgeingCard home={home} />
      </div>
      <HowComputed />
      <AgencyViewsCard />
    </div>
  );
}
