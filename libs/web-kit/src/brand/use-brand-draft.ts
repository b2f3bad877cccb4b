import { useEffect, useState } from 'react';
import { type BrandDraft, changesOf, draftOf, type EditedBrand } from './brand-editor.types';

const keyOf = (brand: EditedBrand) => `brand-draft:${brand.id}:${brand.version}`;

function kept(brand: EditedBrand): BrandDraft | null {
  try {
    const text = sessionStorage.getItem(keyOf(brand));
    return text ? { ...draftOf(brand), ...(JSON.parse(text) as Partial<BrandDraft>) } : null;
  } catch {
    return null;
  }
}

/**
 * What is typed and not saved. It is kept in this tab, whatever way one leaves, and found again on return; closing the tab asks first.
 */
export function useBrandDraft(brand: EditedBrand) {
  const [draft, setDraft] = useState(() => kept(brand) ?? draftOf(brand));
  const [found] = useState(() => kept(brand) !== null);
  const changes = changesOf(brand, draft);
  const count = Object.keys(changes).length;
  useEffect(() => {
    try {
      if (count > 0) sessionStorage.setItem(keyOf(brand), JSON.stringify(draft));
      else sessionStorage.removeItem(keyOf(brand));
    } catch {
      // A browser without storage: closing still asks.
    }
    if (count === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [brand, count, draft]);
  return {
    draft,
    changes,
    count,
    found,
    set: (values: Partial<BrandDraft>) => setDraft((now) => ({ ...now, ...values })),
    reset: () => setDraft(draftOf(brand)),
  };
}
