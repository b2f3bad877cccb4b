import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address that starts with ${protocols.join(' or ')}//`,
  });

/** Every setting Amiable reads, checked once at start. `.env.example` explains each. */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3000),
  WORKER_PORT: port.default(3001),
  PUBLIC_URL: url(['http:', 'https:']).default('http://localhost:3000'),
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(8),
  AMIABLE_SECRET: z.string().min(32, 'must have at least 32 characters'),
  SMTP_URL: url(['smtp:', 'smtps:']),
  STRIPE_SECRET_KEY: z.string().min(8),
  STRIPE_WEBHOOK_SECRET: z.string().min(8),
  STRIPE_API_BASE: url(['http:', 'https:']).optional(),
  PUPPETEER_EXECUTABLE_PATH: z.string().optional(),
  TRUSTED_PROXIES: z.string().default('loopback'),
  DNS_SERVERS: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** A setting is missing or wrong; the message names each one and what would be right. */
export class BadSettings extends Error {}

/** Reads the settings from the environment. Throws BadSettings with one line per bad setting. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = settingsSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined ? `  ${name} is not set` : `  ${name}: ${issue.message}`;
  });
  throw new BadSettings(
    `Amiable cannot start, these settings are missing or wrong:\n${[...new Set(lines)].join('\n')}\n.env.example explains each setting.`,
  );
}
