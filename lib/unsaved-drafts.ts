/** What the names of drafts in the browser's storage begin with; the owner's id follows. */
export const draftPrefix = 'underpin:draft:';

/** How many files have changes that wait for the server to take them, of those owners whom `isWanted` names. */
export function unsavedDrafts(storage: Storage, isWanted: (owner: string) => boolean): number {
  return Object.keys(storage).filter((name) => {
    if (!name.startsWith(draftPrefix) || name.includes('#')) return false;
    const [owner = ''] = name.slice(draftPrefix.length).split(':');
    return isWanted(owner) && isUnsaved(storage.getItem(name));
  }).length;
}

/**
 * Marks what this browser holds of a mock interview that is over, so that it does not count as waiting: what left with the
 * page, or was written without a connection, never heard whether it was in time. `late` does not keep it from being sent.
 */
export function markLate(storage: Storage, mockId: string): void {
  for (const name of Object.keys(storage)) {
    const [, place = ''] = name.startsWith(draftPrefix) ? name.slice(draftPrefix.length).split(':') : [];
    const text = storage.getItem(name);
    if ((place !== mockId && !place.startsWith(`${mockId}-`)) || !text || !isUnsaved(text)) continue;
    storage.setItem(name, JSON.stringify({ ...(JSON.parse(text) as object), late: true }));
  }
}

function isUnsaved(text: string | null): boolean {
  try {
    const record = JSON.parse(text ?? 'null') as { dirty?: unknown; late?: unknown } | null;
    return record?.dirty === true && record.late !== true;
  } catch {
    return false;
  }
}
