import { newIdempotencyKey, request, useNeeded, useToast } from '@amiable/web-kit';
import type { BrandFieldsFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useT } from '../../i18n/use-t';
import {
  BrandDocument,
  BrandLookDocument,
  ClaimHostDocument,
  RestoreBrandVersionDocument,
  ReviseBrandDocument,
  RevokeHostDocument,
  VerifyHostDocument,
} from './brand.documents';

/** One brand and what one can do to it; every answer takes the place of what was read. */
export function useBrand(brandId: string) {
  const t = useT();
  const say = useToast();
  const queryClient = useQueryClient();
  const { brand } = useNeeded(['brand', brandId], BrandDocument, { brandId });
  const keep = (answer: BrandFieldsFragment, said: string) => {
    queryClient.setQueryData(['brand', brandId], { brand: answer });
    void queryClient.invalidateQueries({ queryKey: ['clients'] });
    say({ text: said });
  };
  const look = useCallback(
    async (primary: string, secondary: string | null) => (await request(BrandLookDocument, { primary, secondary })).brandLook,
    [],
  );
  return {
    brand,
    look,
    save: async (fields: object, idempotencyKey: string) =>
      keep(
        (await request(ReviseBrandDocument, { input: { brandId, version: brand.version, fields, idempotencyKey } })).reviseBrand,
        t('brand.done'),
      ),
    restore: async (restore: number, idempotencyKey: string) =>
      keep(
        (await request(RestoreBrandVersionDocument, { input: { brandId, version: brand.version, restore, idempotencyKey } }))
          .restoreBrandVersion,
        t('brand.restored'),
      ),
    hosts: {
      claim: async (host: string) =>
        keep(
          (await request(ClaimHostDocument, { input: { brandId, host, idempotencyKey: newIdempotencyKey() } })).claimHost,
          t('brand.done'),
        ),
      verify: async (hostId: string) => keep((await request(VerifyHostDocument, { hostId })).verifyHost, t('brand.done')),
      revoke: async (hostId: string) => keep((await request(RevokeHostDocument, { hostId })).revokeHost, t('brand.done')),
    },
  };
}
