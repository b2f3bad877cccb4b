/** The cases a collector picked to work through one after the other; without them the server's queue gives the next. */
const place = 'amiable.worklist';

export function startWorklist(caseIds: readonly string[]): void {
  sessionStorage.setItem(place, JSON.stringify(caseIds));
}

export function nextInWorklist(caseId: string): string | null {
  const ids = readWorklist();
  return ids[ids.indexOf(caseId) + 1] ?? null;
}

export function placeInWorklist(caseId: string): { at: number; of: number } | null {
  const ids = readWorklist();
  return ids.includes(caseId) ? { at: ids.indexOf(caseId) + 1, of: ids.length } : null;
}

function readWorklist(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}
