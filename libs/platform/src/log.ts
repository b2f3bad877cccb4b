import pino from 'pino';

/** Of a driver's error: what was refused and where. Its parameters, its detail and what follows `: "` are somebody's data. */
const driverFacts = ['code', 'table', 'column', 'constraint', 'routine', 'errno', 'syscall'] as const;

/** What a log may say of an error: kind, code and place, never what a person or a row put into it. */
function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const known = { ...(error as { driverError?: object }).driverError, ...error } as Record<string, unknown>;
  return {
    type: error.name,
    message: withoutData(error.message),
    ...Object.fromEntries(driverFacts.filter((name) => known[name] !== undefined).map((name) => [name, known[name]])),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause instanceof Error && { cause: errorFacts(error.cause) }),
  };
}

/** A message without the value it complains about and without mail addresses. */
function withoutData(message: string): string {
  return message
    .replace(/: "[\s\S]*$/, '')
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '[address]')
    .slice(0, 500);
}

/**
 * Structured logs on standard output, without personal data: ids, codes and durations only.
 * The redaction list is the second net; the first is that nobody passes names, addresses or tokens.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
    base: { process: process.env.AMIABLE_PROCESS ?? 'amiable' },
    serializers: { err: errorFacts, error: (error: unknown) => (typeof error === 'string' ? withoutData(error) : errorFacts(error)) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        '*.email',
        '*.name',
        '*.phone',
        '*.iban',
        '*.token',
        '*.password',
        '*.authorization',
        '*.cookie',
        'email',
        'token',
        'password',
      ],
      censor: '[removed]',
    },
  },
  // The operator's commands print their result on standard output; logs must not stand in it.
  pino.destination({ dest: process.env.AMIABLE_PROCESS === 'cli' ? 2 : 1, sync: true }),
);
