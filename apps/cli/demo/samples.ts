import { sampleLinks } from './demo-logins';
import { owed } from './open-cases';
import type { DemoCase } from './portfolio.types';

/**
 * Cases worth opening as their debtor: under the yellow, the navy and the agency's own name with several invoices, one in German or Italian,
 * and the company with some three hundred invoices.
 */
export function samples(cases: readonly DemoCase[], today: number): DemoCase[] {
  const fits = cases.filter(
    (one) => !one.plan && !one.hold && !one.gaveUp && !one.promise && !one.dispute && one.debtor.email !== null && owed(one, today) > 0,
  );
  const most = (wanted: (one: DemoCase) => boolean) =>
    fits.filter(wanted).sort((a, b) => b.invoices.length - a.invoices.length || (a.id < b.id ? -1 : 1))[0];
  const isLarge = ({ invoices }: DemoCase) => invoices.length > 100;
  return [
    ...['Voltessence', 'Maison Ardelune', 'Kinoa Fournitures'].map((name) =>
      most((one) => one.client.name === name && one.debtor.language === 'fr' && !isLarge(one)),
    ),
    most(({ debtor }) => debtor.language === 'de') ?? most(({ debtor }) => debtor.language === 'it'),
    most(isLarge),
  ]
    .filter((one): one is DemoCase => one !== undefined)
    .slice(0, sampleLinks);
}
