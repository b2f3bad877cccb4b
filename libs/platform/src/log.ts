import pino from 'pino';

/**
 * Structured logs on standard output, without personal data: ids, codes and durations only.
 * The redaction list is the second net; the first is that nobody passes names, addresses or tokens.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
    base: { process: process.env.AMIABLE_PROCESS ?? 'amiable' },
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
