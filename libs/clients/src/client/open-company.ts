import { newId, Refusal } from '@amiable/kernel';
import { Database, Performer, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { readCompany, type Company, type CompanyFields } from './client-fields.rules';
import { insertCompany } from './open-client';

/** A client of the agency has this SIREN already. */
export class ClientKnown extends Refusal {
  constructor(name: string) {
    super('CLIENT_KNOWN', { name }, 'siren');
  }
}

/** Writes the company; nothing is sent or collected for it before it has a brand, a mandate and a scenario. Throws Forbidden. */
@Injectable()
export class OpenCompany extends UseCase<Company, { clientId: string }> {
  async run(ctx: RequestContext, db: TenantDb, company: Company): Promise<{ clientId: string }> {
    ctx.may('open', 'Client');
    await insertCompany(db, company);
    return { clientId: db.clientId };
  }
}

/** Nouveau client, first step: reads what was typed, looks whether the company is a client already, and opens it. */
@Injectable()
export class TakeOnClient {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly opening: OpenCompany,
  ) {}

  /** Answers the new client's id. Throws BrandFieldRefused, ClientKnown, Forbidden. */
  async take(ctx: RequestContext, told: CompanyFields): Promise<string> {
    ctx.may('open', 'Client');
    const company = readCompany(told);
    const known = await this.database.acrossClients('all', (db) =>
      db.row<{ name: string }>(`select name from clients where siren = $1`, [company.siren]),
    );
    if (known) throw new ClientKnown(known.name);
    return (await this.performer.perform(ctx, newId(), this.opening, company)).clientId;
  }
}
