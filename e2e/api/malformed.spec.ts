import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import { openStage, type Stage } from '../stage';
import { liveALittle } from './lived-in';
import { ThingsOf } from './things-of';
import { faultsOf, naughty, seeded } from './naughty';
import { ask } from './raw-request';
import { callOf, rootFieldsOf, type RootField } from './schema-walk';
import { seatEverybody, type Seated } from './seated';

const seed = 20_261_102;

/** What comes in wrong is refused; nothing of it is a fault of ours, and no answer tells what we are made of (trust.md R-10). */
describe('malformed requests', () => {
  let stage: Stage;
  let fields: RootField[];
  let everybody: Seated[];
  let a: ThingsOf;
  let keys = 0;

  beforeAll(async () => {
    stage = await openStage();
    everybody = await seatEverybody(stage);
    await liveALittle(stage);
    a = await ThingsOf.read(stage, stage.cast.a);
    fields = await rootFieldsOf(stage);
  });
  afterAll(() => stage.close());

  const who = (audience: string) => everybody.filter((one) => one.audience === audience).at(audience === 'client' ? 0 : -1)!;
  /** Who signs in or out is nobody, so that the others stay signed in. */
  const cookieFor = ({ audience, name }: RootField) => (name.startsWith('sign') ? '' : who(audience).cookie);
  const dummy = (type: string, name: string): unknown => {
    const ids = {
      clientId: 'Client',
      disputeId: 'Dispute',
      importId: 'Import',
      invoiceId: 'Invoice',
      invoiceIds: 'Invoice',
      remittanceId: 'Remittance',
    } as const;
    if (type === 'ID') return a.id(ids[name as keyof typeof ids] ?? 'Case');
    if (name === 'idempotencyKey') return `malformed-${++keys}`;
    return { Date: '2026-11-20', Decimal: '1.00', String: 'reminder_1', Boolean: true, Int: 2 }[type];
  };

  const post = (path: string, body: string, headers: Record<string, string>) => ask(stage.url, path, headers, body);

  it('2,000 mutated bodies of GraphQL, under eleven content types', async () => {
    const random = seeded(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const types = [
      'application/json',
      'application/json',
      'application/json',
      'application/json; charset=utf-16',
      'application/json; charset=latin1',
      'application/graphql',
      'application/graphql-response+json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'nonsense/\u00e9',
      '',
    ];
    const odd = [
      '\u0000',
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ':',
      '$',
      '@',
      '#',
      '...',
      '"""',
      '\\u0000',
      '\\ud800',
      '1e999',
      '-',
      'null',
      'true',
      'fragment F on Query { ...F }',
      '@include(if: $x)',
      '@skip(if: 1)',
      'subscription',
      '__typename',
      '__proto__',
      '\u202e',
      '💩',
      '\n',
      '9'.repeat(400),
    ];
    const mutate = (text: string): string => {
      let mutated = text;
      for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
        const at = Math.floor(random() * mutated.length);
        const to = at + Math.floor(random() * 12);
        mutated = pick([
          () => mutated.slice(0, at) + pick(odd) + mutated.slice(at),
          () => mutated.slice(0, at) + mutated.slice(to),
          () => mutated.slice(0, at),
          () => mutated.slice(0, to) + mutated.slice(at, to) + mutated.slice(to),
          () =>
            mutated.slice(0, at) + String.fromCharCode(mutated.charCodeAt(at) ^ (1 << Math.floor(random() * 7))) + mutated.slice(at + 1),
          () => mutated.split('').reverse().join(''),
          () => mutated.replaceAll(pick(['{', '"', 'id', ':']), pick(odd)),
        ])();
      }
      return mutated;
    };
    const value = () =>
      pick<unknown>([
        null,
        0,
        -1,
        1e308,
        true,
        '',
        'x',
        [],
        {},
        [[]],
        { a: 1 },
        [null],
        '\u0000',
        { toString: 1 },
        { __proto__: null },
        2 ** 53,
      ]);
    const cases = Array.from({ length: 2_000 }, (_, i) => {
      const field = pick(fields);
      const { query, variables } = callOf(field, new Map(), dummy);
      const body = pick([
        () => mutate(JSON.stringify({ query, variables })),
        () => JSON.stringify({ query: mutate(query), variables }),
        () => JSON.stringify({ query, variables: Object.fromEntries(Object.keys(variables).map((name) => [name, value()])) }),
        () => JSON.stringify({ query, variables: value(), operationName: value(), extensions: value() }),
        () => JSON.stringify({ query: value(), variables }),
        () => mutate(query),
      ])();
      const type = pick(types);
      return {
        name: `seed ${seed}, body ${i} for ${field.audience}.${field.name}, ${type}: ${body.slice(0, 160)}`,
        send: () =>
          post(`/graphql/${field.audience}`, body, {
            cookie: cookieFor(field),
            origin: stage.url,
            ...(type && { 'content-type': encodeURI(type) }),
          }),
      };
    });
    expect(await faultsOf(cases)).toEqual([]);
  }, 300_000);

  it('naughty strings in every argument that takes one', async () => {
    const texts: Array<{ field: RootField; path: string }> = [];
    for (const field of fields) {
      const walk = (type: GraphQLInputType, path: string): void => {
        const named = getNamedType(type);
        if (isInputObjectType(named)) for (const inner of Object.values(named.getFields())) walk(inner.type, `${path}.${inner.name}`);
        else if (['String', 'Date', 'Decimal', 'ID'].includes(named.name)) texts.push({ field, path });
      };
      for (const argument of field.field.args) walk(argument.type, argument.name);
    }
    expect(texts.length).toBeGreaterThan(50);
    const strings = Object.entries(naughty).filter(([name]) => name !== 'huge');
    const cases = texts.flatMap(({ field, path }) =>
      strings.map(([name, text]) => {
        const { query, variables } = callOf(field, new Map([[path, text]]), dummy);
        return {
          name: `${field.audience}.${field.name} ${path} with ${name}`,
          send: () =>
            post(`/graphql/${field.audience}`, JSON.stringify({ query, variables }), {
              cookie: cookieFor(field),
              origin: stage.url,
              'content-type': 'application/json',
            }),
        };
      }),
    );
    expect(await faultsOf(cases)).toEqual([]);
  }, 1_800_000); // every argument of every field: their number grows with the product
});
