/** The key that is really pressed for a key of the house: "t", "g q", "mod+k" (which nobody changes). */
export function pressedFor(keys: string, chosen: Readonly<Record<string, string>>): string {
  return keys
    .split(' ')
    .map((key) => (key.length === 1 ? (chosen[key] ?? key) : key))
    .join(' ');
}

/** May this act get another key? Only those of a single letter or sign. */
export const isChangeable = (keys: string): boolean => keys.length === 1;

/** One letter or sign of any keyboard; digits need Shift on French ones. */
export const isGoodKey = (key: string): boolean => /^[^\p{N}\s\p{C}]$/u.test(key);

/** The choice with one more change; taking the key of the house again forgets the change. */
export function withKey(chosen: Readonly<Record<string, string>>, house: string, key: string): Record<string, string> {
  const { [house]: _, ...others } = chosen;
  return key === house ? others : { ...others, [house]: key };
}
