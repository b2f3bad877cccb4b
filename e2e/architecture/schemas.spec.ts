import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import { printSchemas } from '../../apps/cli/commands/schema';
import { read } from './sources';

const audiences = ['agency', 'client', 'debtor'] as const;
const committed = (audience: string) => read(`apps/api/graphql/${audience}.graphql`);
const typesOf = (schema: GraphQLSchema) => Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** What a debtor's browser may learn about the shape of things. A new line here is a decision about privacy. */
const debtorTypes = [
  'Boolean',
  'Date',
  'DebtorClaimLine',
  'DebtorDebt',
  'DebtorDebtState',
  'DebtorPayChoice',
  'DebtorPaymentStart',
  'DebtorStartPaymentInput',
  'Decimal',
  'ID',
  'Money',
  'Mutation',
  'Query',
  'String',
];

/** The only object types two audiences may both see. */
const shared = ['Money', 'PageInfo', 'Query', 'Mutation'];

describe('the schemas', () => {
  it('are committed as the code makes them', async () => {
    const made = await printSchemas();
    const stale = audiences.filter((audience) => made[audience] !== committed(audience));
    expect(
      stale.map(
        (audience) =>
          `apps/api/graphql/${audience}.graphql is not what the code makes: run npm run cli -- schema, look at the difference, and commit it.`,
      ),
    ).toEqual([]);
  });

  it('show a debtor these types and no other', () => {
    expect(
      typesOf(buildSchema(committed('debtor')))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(debtorTypes);
  });

  it('share no object type between audiences but Money and PageInfo', () => {
    const seen = new Map<string, string[]>();
    for (const audience of audiences)
      for (const type of typesOf(buildSchema(committed(audience))))
        if (isObjectType(type)) seen.set(type.name, [...(seen.get(type.name) ?? []), audience]);
    const faults = [...seen].filter(([name, by]) => by.length > 1 && !shared.includes(name));
    expect(
      faults.map(
        ([name, by]) =>
          `${name} is shown to ${by.join(' and ')}: a field added for one would show to the other. Make one type for each audience (Case, ClientCase, DebtorDebt).`,
      ),
    ).toEqual([]);
  });

  it('name mutations by a verb of the business, and no field of a client or a debtor tells of notes, fees of others or the agency’s queue', () => {
    const faults: string[] = [];
    for (const audience of audiences) {
      const schema = buildSchema(committed(audience));
      for (const name of Object.keys(schema.getMutationType()?.getFields() ?? {}))
        if (/^(update|set|edit|save|delete|remove|create)[A-Z]/.test(name))
          faults.push(`${audience}.${name}: name it after what happens in the business (closeCase, recordPromise).`);
      if (audience === 'agency') continue;
      for (const type of typesOf(schema).filter(isObjectType))
        for (const name of Object.keys(type.getFields()))
          if (/^(queue|score|ownerName|nextActions|notes?)$/.test(name) && !(type.name === 'ClientDispute' && name === 'note'))
            faults.push(`${audience} ${type.name}.${name} is the agency's own business.`);
    }
    expect(faults).toEqual([]);
  });
});
