import { Absences, CollectorSkills, RecordCreditLimit, SavedViews, tagCases } from '@amiable/cases';
import { ClaimHost, OpenBrand, ReviseBrand, SuspendBrand } from '@amiable/clients';
import { CollectorGoals } from '@amiable/insights';
import { dayOf, toDate } from '@amiable/kernel';
import { qualityShare, ReviewContact, sampleOf } from '@amiable/outreach';
import { Performer, RequestContext, type Database, type Settings } from '@amiable/platform';
import { isoDay } from './days';
import { owed } from './open-cases';
import type { DemoCase } from './portfolio.types';
import { steerStrategies } from './steer-strategies';
import type { Story } from './tell-story';
import { writeOwnWords } from './write-own-words';

const tags: ReadonlyArray<readonly [tag: string, fits: (theCase: DemoCase, today: number) => boolean]> = [
  ['grand compte', ({ invoices }) => invoices.length > 100],
  ['étranger', ({ debtor }) => debtor.address[3] !== 'FR'],
  ['sans e-mail', ({ debtor }) => debtor.email === null],
  ['priorité', (theCase, today) => owed(theCase, today) > 500_000],
];

/** The desk as a team keeps it: tags on cases, views for the team and for one, and brands that stand in several states. */
export async function dressDesk(database: Database, today: number, story: Story, settings: Pick<Settings, 'PUBLIC_URL'>): Promise<void> {
  const staff = await database.outsideClients((db) =>
    db.rows<{ id: string; name: string; role: 'collector' | 'manager' | 'admin'; language: 'fr' | 'en' }>(
      `select distinct on (role) id, name, role, language from staff_users where role in ('collector', 'manager', 'admin') and language = 'fr' order by role, name`,
    ),
  );
  const as = (wanted: 'collector' | 'manager' | 'admin'): RequestContext => {
    const { id, name, role, language } = staff.find((one) => one.role === wanted)!;
    return new RequestContext('agency', { kind: 'staff', id, name, role, portfolio: 'all' }, language);
  };
  const open = story.cases.filter((theCase) => owed(theCase, today) > 0 && !theCase.gaveUp);
  for (const client of story.clients)
    await database.inTenant(client.id, async (db) => {
      for (const [tag, fits] of tags) {
        const ids = open.filter((theCase) => theCase.client === client && fits(theCase, today)).map(({ id }) => id);
        if (ids.length > 0) await tagCases(db, as('manager'), ids, tag);
      }
    });
  const views = new SavedViews(database);
  const keep = (role: 'collector' | 'manager', name: string, query: string) =>
    views.save(as(role), { id: null, name, query, isShared: role === 'manager', isDefault: false });
  await keep('manager', 'Promesses rompues, les plus fortes', 'promise=BROKEN&order=LARGEST');
  await keep('manager', 'Plus de 90 jours, un mois sans nouvelle', 'late=90&silent=30');
  await keep('manager', 'Débiteurs étrangers', 'tag=étranger');
  await keep('manager', 'Mises en demeure au-dessus de 1 000 €', 'stage=FORMAL_NOTICE&least=1000');
  await keep('collector', 'Mes litiges', 'owner=me&disputed=yes');
  await setGoals(database, as('manager'), today);
  await dressBrands(database, as('admin'), story, settings);
  await lookAsOthers(database, as('manager'));
  await reviewContacts(database, as('manager'));
  await manTheQueue(database, as('manager'));
  await setLimits(database, as('manager'), open, today);
  await steerStrategies(database, as('manager'), story.clients);
  await writeOwnWords(database, as('manager'), story);
}

/** Three companies have a credit limit: one is beyond it, one nearly, one far from it. */
async function setLimits(database: Database, manager: RequestContext, open: readonly DemoCase[], today: number): Promise<void> {
  const performer = new Performer(database);
  const companies = open.filter(({ debtor }) => debtor.kind === 'company').sort((a, b) => owed(b, today) - owed(a, today));
  for (const [n, percent] of [
    [2, 80],
    [5, 108],
    [9, 250],
  ] as const) {
    const theCase = companies[n]!;
    const hundreds = Math.ceil((owed(theCase, today) * percent) / 1_000_000) * 100;
    await performer.perform(manager, theCase.client.id, new RecordCreditLimit(), {
      caseId: theCase.id,
      amount: `${hundreds}.00`,
      source: n === 5 ? theCase.client.name : 'Assureur-crédit',
      until: n === 9 ? isoDay(today + 200) : null,
    });
  }
}

/** Foreign debtors are for who speaks their languages, and one colleague goes on leave next week. */
async function manTheQueue(database: Database, manager: RequestContext): Promise<void> {
  const [first, second, third] = await database.outsideClients((db) =>
    db.rows<{ id: string }>(`select id from staff_users where role = 'collector' order by name`),
  );
  const skills = new CollectorSkills(database);
  await skills.set(manager, { staffId: first!.id, languages: null, skills: ['étranger'] });
  await skills.set(manager, { staffId: third!.id, languages: ['fr', 'en'], skills: ['grand compte'] });
  const today = dayOf(database.clock);
  const wish = { staffId: third!.id, from: today.add({ days: 5 }).toString(), until: today.add({ days: 16 }).toString() };
  await new Absences(database).begin(manager, { ...wish, standIns: [first!.id, second!.id] }, 'demo');
}

/** The manager has begun to look at this month's sample: most is well, one contact is to be mended. */
async function reviewContacts(database: Database, manager: RequestContext): Promise<void> {
  const performer = new Performer(database);
  const month = dayOf(database.clock).toString().slice(0, 7);
  const sample = await database.acrossClients('all', async (db) => sampleOf(db, month, await qualityShare(db), null));
  for (const [n, { client_id: clientId, id, kind }] of sample
    .filter((_, i) => i % 3 === 0)
    .slice(0, 8)
    .entries())
    await performer.perform(manager, clientId, new ReviewContact(), {
      eventId: id,
      recall: kind === 'call.logged' ? 'pass' : 'na',
      identity: kind === 'call.logged' ? 'pass' : 'na',
      tone: n === 2 ? 'fail' : 'pass',
      facts: 'pass',
      nextStep: n === 4 ? 'fail' : 'pass',
      comment: n === 2 ? 'Le ton monte en fin d’échange : proposer un rappel plutôt que d’insister.' : '',
    });
}

/** The manager looked twice through other eyes this week: a collector's, and those of a client who rang her up. */
async function lookAsOthers(database: Database, manager: RequestContext): Promise<void> {
  const viewed = await database.acrossClients('all', (db) =>
    db.rows(
      `(select 'agency' as audience, id, null::uuid as client_id, name, 3 as days, 'Un dossier manquait à sa file.' as reason, array['me', 'myDay', 'cases'] as looks
        from staff_users where role = 'collector' order by name limit 1)
       union all
       (select 'client', u.id, u.client_id, u.name, 1, 'Au téléphone : où lire les reversements du mois.', array['me', 'home', 'remittances']
        from client_users u join clients c using (client_id) where c.name = 'Voltessence' and u.role = 'owner')`,
    ),
  );
  await database.outsideClients((db) =>
    db.rows(
      `with looked as (
         insert into staff_views (viewer_id, audience, viewed_id, client_id, viewed_name, reason, started_at, until_at, ended_at)
         select $1, w.audience, w.id, w.client_id, w.name, w.reason, at, at + interval '30 minutes', at + interval '6 minutes'
         from jsonb_to_recordset($3::jsonb) as w(audience text, id uuid, client_id uuid, name text, days int, reason text),
           lateral (select $2::timestamptz - make_interval(days => w.days) as at) t returning id, viewed_id, started_at)
       insert into staff_view_looks (view_id, at, what)
       select l.id, l.started_at + k.n * interval '1 minute', k.what from looked l
       join jsonb_to_recordset($3::jsonb) as w(id uuid, looks jsonb) on w.id = l.viewed_id, jsonb_array_elements_text(w.looks) with ordinality as k(what, n)`,
      [manager.actor.id, toDate(database.clock.now()), JSON.stringify(viewed)],
    ),
  );
}

/** What each collector is to do this month: one is well on the way, one is behind. */
async function setGoals(database: Database, ctx: RequestContext, today: number): Promise<void> {
  const collectors = await database.outsideClients((db) =>
    db.rows<{ id: string }>(`select id from staff_users where role = 'collector' and active order by name`),
  );
  const goals = new CollectorGoals(database);
  const sizes = [
    { collectedMinor: 600_000n, calls: 20 },
    { collectedMinor: 1_500_000n, calls: 60 },
    { collectedMinor: 2_500_000n, calls: 45 },
  ] as const;
  for (const [n, { id }] of collectors.entries()) await goals.set(ctx, { staffId: id, month: isoDay(today), ...sizes[n % sizes.length]! });
}

/** A brand on its second version, one whose host waits for its DNS, and a second brand of a client, shut for now. */
async function dressBrands(
  database: Database,
  ctx: RequestContext,
  { clients }: Story,
  settings: Pick<Settings, 'PUBLIC_URL'>,
): Promise<void> {
  const performer = new Performer(database);
  const [volt, ardelune, , brume] = clients;
  await performer.perform(ctx, volt!.id, new ReviseBrand(), { brandId: volt!.brandId, version: 1, fields: { secondaryColour: '#3a2f00' } });
  const host = 'payer.maison-ardelune.example';
  await performer.perform(ctx, ardelune!.id, new ClaimHost(settings), { brandId: ardelune!.brandId, host });
  const { brandId } = await performer.perform(ctx, brume!.id, new OpenBrand(), {
    name: 'Brume Traiteur',
    slug: 'brume-traiteur',
    primaryColour: '#7c2d12',
    senderEmail: 'recouvrement@brume-traiteur.example',
    website: 'https://brume-traiteur.example',
    language: 'fr',
  });
  await performer.perform(ctx, brume!.id, new SuspendBrand(), { brandId, reason: 'Site du traiteur en refonte, reprise en janvier.' });
}
