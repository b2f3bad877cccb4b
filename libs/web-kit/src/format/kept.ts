/** What `make` gives for a key, made once and kept: a format of Intl costs a hundred times more to make than to use. */
export function kept<K extends string, F>(make: (key: K) => F): (key: K) => F {
  const made = new Map<K, F>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
