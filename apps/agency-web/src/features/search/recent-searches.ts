/** The last searches of this tab; they go with it, and with who signs out. */
const place = 'amiable.recentSearches';
const kept = 6;

export function recentSearches(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  const others = recentSearches().filter((each) => each.toLowerCase() !== text.toLowerCase());
  sessionStorage.setItem(place, JSON.stringify([text, ...others].slice(0, kept)));
}

export function forgetSearches(): void {
  sessionStorage.removeItem(place);
}
