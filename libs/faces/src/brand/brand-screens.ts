import { BrandHost, ClaimHost, ProveHost, readBrandWish, RestoreBrandVersion, ReviseBrand, RevokeHost } from '@amiable/clients';
import { NotFound } from '@amiable/kernel';
import { Database, fromGlobalId, Performer, SETTINGS, toGlobalId, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { fieldsOfEdit, lookOf, readBrandScreen } from './brand-screen.queries';
import type { BrandLookFields, ClaimHostInput, BrandScreenFields, ReviseBrandInput, RestoreBrandVersionInput } from './brand-screen.types';

/** The brand editor behind both faces: one brand read, edited, and brought back. */
@Injectable()
export class BrandScreens {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly editing: ReviseBrand,
    private readonly restoring: RestoreBrandVersion,
    private readonly claiming: ClaimHost,
    private readonly proving: ProveHost,
    private readonly revoking: RevokeHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws NotFound. */
  async read(ctx: RequestContext, brandId: string): Promise<BrandScreenFields> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, (db) => readBrandScreen(db, id, this.settings.PUBLIC_URL));
  }

  /** The brands of one client, by name. */
  async namesOf(clientId: string): Promise<Array<{ id: string; name: string }>> {
    const rows = await this.database.inTenant(clientId, (db) =>
      db.rows<{ id: string; name: string }>(`select id, name from brands where client_id = $1 order by name`, [clientId]),
    );
    return rows.map(({ id, name }) => ({ id: toGlobalId('Brand', clientId, id), name }));
  }

  /** Throws BrandFieldRefused: NOT_A_COLOUR. */
  look(primary: string, secondary: string | null): BrandLookFields[] {
    const read = readBrandWish({ primaryColour: primary, secondaryColour: secondary });
    return lookOf(read.primaryColour!, read.secondaryColour ?? null);
  }

  async edit(ctx: RequestContext, { brandId, version, fields, idempotencyKey }: ReviseBrandInput): Promise<BrandScreenFields> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    const wish = fieldsOfEdit(fields, (logo) => {
      const found = fromGlobalId('BrandLogo', logo);
      if (found.clientId !== clientId) throw new NotFound('BrandLogo');
      return found.id;
    });
    await this.performer.perform(ctx, clientId, this.editing, { brandId: id, version, fields: wish }, idempotencyKey);
    return this.read(ctx, brandId);
  }

  async claimHost(ctx: RequestContext, { brandId, host, idempotencyKey }: ClaimHostInput): Promise<BrandScreenFields> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    await this.performer.perform(ctx, clientId, this.claiming, { brandId: id, host }, idempotencyKey);
    return this.read(ctx, brandId);
  }

  async verifyHost(ctx: RequestContext, hostId: string): Promise<BrandScreenFields> {
    const { clientId, id } = fromGlobalId('BrandHost', hostId);
    await this.proving.prove(ctx, clientId, id);
    return this.ofHost(ctx, clientId, id);
  }

  async revokeHost(ctx: RequestContext, hostId: string): Promise<BrandScreenFields> {
    const { clientId, id } = fromGlobalId('BrandHost', hostId);
    await this.performer.perform(ctx, clientId, this.revoking, { hostId: id });
    return this.ofHost(ctx, clientId, id);
  }

  private async ofHost(ctx: RequestContext, clientId: string, hostId: string): Promise<BrandScreenFields> {
    const { brandId } = await this.database.inTenant(clientId, (db) => db.find(BrandHost, hostId));
    return this.read(ctx, toGlobalId('Brand', clientId, brandId));
  }

  async restore(ctx: RequestContext, { brandId, version, restore, idempotencyKey }: RestoreBrandVersionInput): Promise<BrandScreenFields> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    await this.performer.perform(ctx, clientId, this.restoring, { brandId: id, version, restore }, idempotencyKey);
    return this.read(ctx, brandId);
  }
}
