import { createHash } from 'node:crypto';
import type { Temporal } from '@amiable/kernel';
import { canary, castId, castPasswordHash, castToken } from './cast-names';
import { castScenario } from './cast-scenario';
import type { CastCase, CastClient, CastPerson } from './cast.types';

interface Plot {
  readonly letter: 'A' | 'B';
  readonly name: string;
  readonly slug: string;
  readonly siren: string;
  readonly hat: 'client_name' | 'agency';
  readonly colour: string;
  readonly iban: string;
  /** A token for every text; empty for client A. */
  readonly mark: string;
  readonly debtors: ReadonlyArray<{
    readonly kind: 'company' | 'person';
    readonly name: string;
    readonly email: boolean;
    readonly reference: string;
    readonly postcode: string;
    readonly step: number;
    readonly invoices: ReadonlyArray<readonly [amountMinor: bigint, dueInDays: number]>;
  }>;
}

export const clientA: Plot = {
  letter: 'A',
  name: 'Alizé Mobilier',
  slug: 'alize',
  siren: '908123441',
  hat: 'client_name',
  colour: '#0b6e5b',
  iban: 'FR7699999000020000000003301',
  mark: '',
  debtors: [
    {
      kind: 'company',
      name: 'Boulangerie Martin',
      email: true,
      reference: '7K3M-Q9TX-2VH1',
      postcode: '69003',
      step: 2,
      invoices: [
        [120000n, -3],
        [33333n, 5],
      ],
    },
    {
      kind: 'person',
      name: 'Camille Roussel',
      email: true,
      reference: '4WPA-80ZD-K1NG',
      postcode: '31000',
      step: 1,
      invoices: [[48000n, 5]],
    },
    {
      kind: 'company',
      name: 'Garage du Pont',
      email: false,
      reference: 'B5HT-3XQ6-9RJ0',
      postcode: '44000',
      step: 3,
      invoices: [[248055n, -12]],
    },
  ],
};

export const clientB: Plot = {
  letter: 'B',
  name: `Transports ${canary}`,
  slug: canary,
  siren: '913550182',
  hat: 'agency',
  colour: '#f2c230',
  iban: 'FR7699999000020000000004465',
  mark: ` ${canary}`,
  debtors: [
    {
      kind: 'company',
      name: `Imprimerie ${canary}`,
      email: true,
      reference: 'M2QE-7VKC-50TE',
      postcode: '59000',
      step: 2,
      invoices: [
        [777777n, -3],
        [11111n, 5],
      ],
    },
    {
      kind: 'person',
      name: `Dominique ${canary}`,
      email: true,
      reference: 'Z8RN-1D4G-XPAV',
      postcode: '67000',
      step: 1,
      invoices: [[91919n, 5]],
    },
    {
      kind: 'company',
      name: `Scierie ${canary}`,
      email: false,
      reference: 'T6YJ-K3BM-8QE5',
      postcode: '06000',
      step: 3,
      invoices: [[654321n, -12]],
    },
  ],
};

/** Every row of one client, and how specs know it. */
export function castClient(plot: Plot, today: Temporal.PlainDate, secret: string) {
  const { letter, mark } = plot;
  const id = castId(`client ${letter}`);
  const own = { client_id: id };
  const brandId = castId(`brand ${letter}`);
  const mandateId = castId(`mandate ${letter}`);
  const address = { address_line: `4 quai du Port${mark}`, postcode: '13002', city: `Marseille${mark}` };
  const users = (['owner', 'reader'] as const).map((role): CastPerson & { role: string } => ({
    id: castId(`user ${letter} ${role}`),
    email: `${role}@${plot.slug}.example`,
    name: `${role === 'owner' ? 'Alix' : 'Sacha'} ${plot.name}`,
    role,
  }));
  const scenario = castScenario(letter, id, mark);
  const cases = plot.debtors.map((debtor, i): CastCase => ({
    clientId: id,
    caseId: castId(`case ${letter}${i + 1}`),
    reference: debtor.reference,
    debtorId: castId(`debtor ${letter}${i + 1}`),
    debtorName: debtor.name,
    email: debtor.email ? `compta${i + 1}@${plot.slug}-debiteur.example` : null,
    postcode: debtor.postcode,
    token: castToken(`${letter}${i + 1}`),
    openMinor: debtor.invoices.reduce((sum, [amount]) => sum + amount, 0n),
    invoices: debtor.invoices.map(([amountMinor, days], n) => ({
      id: castId(`invoice ${letter}${i + 1}.${n + 1}`),
      number: `F${letter}-${i + 1}0${n + 1}${mark && `-${canary}`}`,
      amountMinor,
      dueOn: today.add({ days }).toString(),
    })),
  })) as unknown as CastClient['cases'];

  return {
    client: {
      ...own,
      name: plot.name,
      legal_name: `${plot.name} SAS`,
      siren: plot.siren,
      vat_number: null,
      ...address,
      email: `contact@${plot.slug}.example`,
      phone: `+33 4 91 00 00 0${letter === 'A' ? 1 : 2}`,
      settlement_iban: plot.iban,
      settlement_holder: `${plot.name} SAS`,
    },
    users: users.map((user) => ({ ...own, id: user.id, email: user.email, name: user.name, role: user.role, language: 'fr' })),
    credentials: users.map((user) => ({
      email: user.email,
      audience: 'client',
      user_id: user.id,
      client_id: id,
      password_hash: castPasswordHash(secret),
    })),
    brand: {
      ...own,
      id: brandId,
      name: plot.name,
      slug: plot.slug,
      primary_colour: plot.colour,
      sender_name: plot.name,
      sender_email: `relance@${plot.slug}.example`,
      reply_to: `compta@${plot.slug}.example`,
      phone: '+33 4 91 00 00 00',
      website: `https://${plot.slug}.example`,
      ...address,
      language: 'fr',
      bank_holder: `${plot.name} SAS`,
      bank_iban: plot.iban,
      bank_bic: 'NEBAFR2MXXX',
    },
    address: { address: `path:${plot.slug}`, client_id: id, brand_id: brandId },
    mandate: {
      ...own,
      id: mandateId,
      reference: `MANDAT-${letter}${mark && `-${canary}`}`,
      version: 1,
      hat: plot.hat,
      brand_id: brandId,
      signed_on: today.subtract({ years: 1 }).toString(),
      settlement: 'trust',
      remittance: 'net',
      fee_tiers: [
        { upToMonths: 6, percent: '10' },
        { upToMonths: null, percent: '20' },
      ],
      vat_percent: '20',
      channels: ['email', 'letter', 'call'],
    },
    scenario: scenario.scenario,
    steps: scenario.steps,
    segment: scenario.segment,
    debtors: cases.map((c, i) => ({
      ...own,
      id: c.debtorId,
      reference: `D${letter}${i + 1}${mark && `-${canary}`}`,
      kind: plot.debtors[i]!.kind,
      name: c.debtorName,
      email: c.email,
      phone: `+33 6 00 00 ${letter === 'A' ? 10 : 20} 0${i + 1}`,
      address_line: `${i + 1} rue Haute${mark}`,
      postcode: c.postcode,
      city: `Ville ${i + 1}${mark}`,
    })),
    cases: cases.map((c, i) => ({
      ...own,
      id: c.caseId,
      reference: c.reference,
      debtor_id: c.debtorId,
      mandate_id: mandateId,
      brand_id: brandId,
      hat: plot.hat,
      state: 'open',
      stage: plot.debtors[i]!.step === 1 ? 'before_due' : 'reminder',
      currency: 'EUR',
      fee_percent: '10',
      opened_on: today.subtract({ days: 20 }).toString(),
    })),
    invoices: cases.flatMap((c) =>
      c.invoices.map((invoice) => ({
        ...own,
        id: invoice.id,
        number: invoice.number,
        debtor_id: c.debtorId,
        case_id: c.caseId,
        kind: 'invoice',
        issued_on: today.subtract({ days: 40 }).toString(),
        created_at: `${today.subtract({ days: 40 }).toString()}T08:00:00Z`, // placed in the story's time, not on the day the specs run
        due_on: invoice.dueOn,
        amount_minor: invoice.amountMinor,
        currency: 'EUR',
        description: `Livraison${mark}`,
      })),
    ),
    schedules: cases.map((c, i) => ({
      ...own,
      case_id: c.caseId,
      scenario_id: scenario.scenario.id,
      step_no: plot.debtors[i]!.step,
      due_on: scenario.dueOn(plot.debtors[i]!.step, c.invoices[0]!.dueOn),
    })),
    workItems: cases.map((c, i) => ({
      ...own,
      case_id: c.caseId,
      queue: 'amicable',
      ready: plot.debtors[i]!.step > 1,
      due_on: today.toString(),
      why: 'new_case',
      score: c.openMinor,
    })),
    links: cases.map((c) => ({
      token_hash: `\\x${createHash('sha256').update(c.token).digest('hex')}`,
      client_id: id,
      case_id: c.caseId,
      brand_id: brandId,
      channel: 'email',
      expires_at: today.add({ days: 90 }).toString(),
    })),
    told: {
      id,
      name: plot.name,
      brandId,
      brandName: plot.name,
      slug: plot.slug,
      mandateId,
      scenarioId: scenario.scenario.id,
      owner: person(users[0]!),
      reader: person(users[1]!),
      cases,
    } satisfies CastClient,
  };
}

function person({ id, email, name }: CastPerson): CastPerson {
  return { id, email, name };
}
