let isKnown = false;
let first: Promise<void> | null = null;

/**
 * `fetch` for requests that do something. A visitor becomes a guest with the first of them that succeeds and learns their
 * cookie from its answer: two at once would make two guests, and what the slower one stored would be lost. So until one
 * has succeeded they go one after another. Not for what makes nobody a guest, as a visit: others would wait for nothing.
 */
export async function actingFetch(path: string, init: RequestInit): Promise<Response> {
  while (!isKnown && first !== null) await first;
  const sent = fetch(path, init);
  if (!isKnown) {
    const settled = (isGood: boolean): void => {
      isKnown ||= isGood;
      first = null;
    };
    first = sent.then(
      ({ ok }) => settled(ok),
      () => settled(false),
    );
  }
  return sent;
}
