import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgencyFaceModule, ClientFaceModule, DebtorFaceModule } from '@amiable/faces';
import { IdentityAgencyModule, IdentityClientModule } from '@amiable/identity';
import { endpoint, PlatformModule, type Audience, type Settings } from '@amiable/platform';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';

const modules: Record<Audience, Type[]> = {
  agency: [AgencyFaceModule, IdentityAgencyModule],
  client: [ClientFaceModule, IdentityClientModule],
  debtor: [DebtorFaceModule],
};

/** The schema of each audience as the code makes it; nothing is connected for it. */
export async function printSchemas(): Promise<Record<Audience, string>> {
  const settings = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    AMIABLE_SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtp://127.0.0.1:1',
    STRIPE_SECRET_KEY: 'sk_test_none',
    STRIPE_WEBHOOK_SECRET: 'whsec_none',
    PUBLIC_URL: 'http://localhost',
  } as Settings;
  const printed = {} as Record<Audience, string>;
  for (const audience of ['agency', 'client', 'debtor'] as const) {
    @Module({ imports: [PlatformModule.with(settings), ...modules[audience], endpoint(audience, modules[audience])] })
    class OneEndpoint {}
    const app = await NestFactory.create(OneEndpoint, { logger: false, abortOnError: false });
    await app.init();
    printed[audience] = `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
    await app.close();
  }
  return printed;
}

/** Writes the committed schemas, or with `check` names those that differ from the code. Answers whether all is well. */
export async function schemaCommand(check: boolean, folder = join(process.cwd(), 'apps', 'api', 'graphql')): Promise<boolean> {
  let good = true;
  for (const [audience, text] of Object.entries(await printSchemas())) {
    const path = join(folder, `${audience}.graphql`);
    if (!check) writeFileSync(path, text);
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      good = false;
      process.stderr.write(`apps/api/graphql/${audience}.graphql is not what the code makes: run npm run cli -- schema\n`);
    }
  }
  return good;
}
