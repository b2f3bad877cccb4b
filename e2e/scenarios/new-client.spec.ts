import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ImportInvoices } from '@amiable/cases';
import { BrandAddressTaken, openClient } from '@amiable/clients';
import { newId } from '@amiable/kernel';
import { RequestContext } from '@amiable/platform';
import { activateStandardScenario } from '@amiable/strategies';
import { setUpFile } from '../../apps/cli/commands/set-up-file';
import { openStage, type Stage } from '../stage';

describe('a new client', () => {
  let stage: Stage;
  const example = setUpFile.parse(JSON.parse(readFileSync(join(__dirname, '..', '..', 'docs', 'set-up.example.json'), 'utf8'))).clients[0]!;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is live with brand, mandate and scenario: its first file leads to the first reminder under its own name', async () => {
    const clientId = newId();
    await stage.test.database.inTenant(clientId, async (db) => {
      await openClient(db, example);
      await activateStandardScenario(db, example.mandate.hat);
    });
    const today = stage.test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
    const csv = `invoice number,customer,email,address,postcode,city,invoice date,due date,amount\nS-1,Garage Petit,garage@example.org,1 rue A,13002,Marseille,${today.subtract({ days: 50 })},${today.subtract({ days: 20 })},120.00\n`;
    const source = () => Readable.from([Buffer.from(csv)]);
    const report = await stage.worker
      .get(ImportInvoices)
      .importFromFile(RequestContext.system(), { clientId, filename: 'a.csv', source }, 'all_or_nothing');
    expect(report).toMatchObject({ casesOpened: 1, sums: { open: '120.00' } });
    await stage.settle();
    await stage.workerRuns();
    const mail = (await stage.mails()).find(({ to }) => to.includes('garage@example.org'));
    expect(mail?.html).toContain('Soleil Télécom');
    expect(mail?.html).toContain(`${stage.url}/b/soleil-telecom/p/`);
    expect((await stage.browser().get('/b/soleil-telecom/verify')).text).toContain('Soleil Télécom');
  });

  it('cannot take the address of another brand', async () => {
    const taken = { ...example, siren: '552081317', brand: { ...example.brand, slug: stage.cast.a.slug } };
    await expect(stage.test.database.inTenant(newId(), (db) => openClient(db, taken))).rejects.toThrow(BrandAddressTaken);
    expect(await stage.test.owner(`select 1 from clients where siren = '552081317'`)).toEqual([]);
  });
});
