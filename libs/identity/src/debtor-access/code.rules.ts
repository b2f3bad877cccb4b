import { createHash, timingSafeEqual } from 'node:crypto';

/** A code as a person types it: lower case, spaces, O for 0, I or L for 1. */
export function readCode(typed: string): string {
  return typed
    .slice(0, 64)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** Are two codes the same? Takes equally long whatever differs. */
export function isSameCode(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(readCode(text)).digest();
  return timingSafeEqual(digest(a), digest(b));
}
