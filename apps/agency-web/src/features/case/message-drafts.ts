/** Words of messages that were taken back or not sent, as long as the tab lives: nothing typed is lost. */
export interface Draft {
  readonly template: string;
  readonly note: string;
}
const place = (caseId: string) => `amiable.draft.${caseId}`;

export function readDraft(caseId: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(caseId)) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

export function keepDraft(caseId: string, draft: Draft | null): void {
  if (draft && draft.note.trim() !== '') sessionStorage.setItem(place(caseId), JSON.stringify(draft));
  else sessionStorage.removeItem(place(caseId));
}
