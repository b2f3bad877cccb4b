import { raiseAlerts } from '@amiable/insights';
import { dayOf } from '@amiable/kernel';
import { openStage, type Stage } from '../stage';

/** The digest of alerts goes to who runs the house, when somebody asked for it, and names no debtor. */
jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const raise = async () => {
  await stage.test.database.acrossClientsAsWorker((db) => raiseAlerts(db, dayOf(db.clock)));
  await stage.settle();
};

it('is off by default; on, it tells managers and administrators how many of what, once a day and client', async () => {
  const { cast, test } = stage;
  await test.owner(`update alert_rules set threshold = 2400 where kind = 'limit_passed'`); // one case of A, two of B
  await raise();
  expect(await stage.mails()).toEqual([]);
  await test.owner(`delete from alerts`);
  await test.owner(`update alert_rules set by_mail = true where kind = 'limit_passed'`);
  await raise();
  await raise();
  const mails = await stage.mails();
  expect(mails.map(({ to }) => JSON.stringify(to)).sort()).toHaveLength(4); // two clients, a manager and an administrator
  for (const { email } of [cast.staff.manager, cast.staff.admin])
    expect(mails.filter(({ to }) => JSON.stringify(to).includes(email))).toHaveLength(2);
  const ofA = mails.find(({ subject }) => subject === `Alertes du jour : Alizé Mobilier`)!;
  expect(ofA.text).toContain('1 × encours au-dessus de la limite');
  expect(ofA.text).toContain('/agency/alerts');
  expect(ofA.text).not.toContain('Garage du Pont');
});
