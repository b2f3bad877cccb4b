import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNeeded } from '../data/query-client';
import { request, type TypedDocument } from '../data/request';
import { newIdempotencyKey } from '../data/use-write';
import { useKitT } from '../i18n/i18n';
import { useToast } from '../ui/toast';
import type { EditedBrand, LookCheck } from './brand-editor.types';

/** The documents of a face about a brand: the schemas name their types otherwise, the fields are the same. */
export interface BrandDocuments<Brand extends EditedBrand> {
  readonly brand: TypedDocument<{ brand: Brand }, { brandId: string }>;
  readonly look: TypedDocument<{ brandLook: LookCheck[] }, { primary: string; secondary: string | null }>;
  readonly revise: TypedDocument<
    { reviseBrand: Brand },
    { input: { brandId: string; version: number; fields: object; idempotencyKey: string } }
  >;
  readonly restore: TypedDocument<
    { restoreBrandVersion: Brand },
    { input: { brandId: string; version: number; restore: number; idempotencyKey: string } }
  >;
  readonly claimHost: TypedDocument<{ claimHost: Brand }, { input: { brandId: string; host: string; idempotencyKey: string } }>;
  readonly verifyHost: TypedDocument<{ verifyHost: Brand }, { hostId: string }>;
  readonly revokeHost: TypedDocument<{ revokeHost: Brand }, { hostId: string }>;
}

/** One brand and what one can do to it; every answer takes the place of what was read. */
export function useBrand<Brand extends EditedBrand>(brandId: string, documents: BrandDocuments<Brand>) {
  const t = useKitT();
  const say = useToast();
  const queryClient = useQueryClient();
  const { brand } = useNeeded(['brand', brandId], documents.brand, { brandId });
  const keep = (answer: Brand, said: string) => {
    queryClient.setQueryData(['brand', brandId], { brand: answer });
    void queryClient.invalidateQueries({ queryKey: ['clients'] });
    say({ text: said });
  };
  const { version } = brand;
  const look = useCallback(
    async (primary: string, secondary: string | null) => (await request(documents.look, { primary, secondary })).brandLook,
    [documents],
  );
  return {
    brand,
    look,
    save: async (fields: object, idempotencyKey: string) =>
      keep((await request(documents.revise, { input: { brandId, version, fields, idempotencyKey } })).reviseBrand, t('brand.done')),
    restore: async (restore: number, idempotencyKey: string) =>
      keep(
        (await request(documents.restore, { input: { brandId, version, restore, idempotencyKey } })).restoreBrandVersion,
        t('brand.restored'),
      ),
    hosts: {
      claim: async (host: string) =>
        keep(
          (await request(documents.claimHost, { input: { brandId, host, idempotencyKey: newIdempotencyKey() } })).claimHost,
          t('brand.done'),
        ),
      verify: async (hostId: string) => keep((await request(documents.verifyHost, { hostId })).verifyHost, t('brand.done')),
      revoke: async (hostId: string) => keep((await request(documents.revokeHost, { hostId })).revokeHost, t('brand.done')),
    },
  };
}
