/** Takes out of a browser's storage what it holds of a mock that is deleted: code, answers and ratings, whosever they are. */
export function dropKept(storage: Storage | null, mockId: string): void {
  for (const name of Object.keys(storage ?? {})) {
    // Of code the part follows with a hyphen: see `useDrafts` in the quiet workbench.
    const isOfMock = name.includes(`:${mockId}:`) || name.includes(`:${mockId}-`);
    if (name.startsWith('underpin:') && isOfMock) storage?.removeItem(name);
  }
}
