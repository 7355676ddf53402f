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

function isUnsaved(text: string | null): boolean {
  try {
    const record = JSON.parse(text ?? 'null') as { dirty?: unknown; late?: unknown } | null;
    return record?.dirty === true && record.late !== true;
  } catch {
    return false;
  }
}
