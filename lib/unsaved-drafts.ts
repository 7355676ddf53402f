/** What the names of drafts in the browser's storage begin with; the owner's id follows. */
export const draftPrefix = 'underpin:draft:';

/** How many files have changes that the server does not have, of those owners whom `isWanted` names. */
export function unsavedDrafts(storage: Storage, isWanted: (owner: string) => boolean): number {
  return Object.keys(storage).filter((name) => {
    if (!name.startsWith(draftPrefix) || name.includes('#')) return false;
    const [owner = ''] = name.slice(draftPrefix.length).split(':');
    return isWanted(owner) && isUnsaved(storage.getItem(name));
  }).length;
}

function isUnsaved(text: string | null): boolean {
  try {
    return (JSON.parse(text ?? 'null') as { dirty?: unknown } | null)?.dirty === true;
  } catch {
    return false;
  }
}
