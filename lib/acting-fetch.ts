let first: Promise<unknown> | null = null;

/**
 * `fetch` for requests that do something. A visitor becomes a guest with the first of them and learns their cookie from
 * its answer: two at once would make two guests, and what the slower one stored would be lost. So the first of a page
 * goes alone, and the others follow its answer.
 */
export function actingFetch(path: string, init: RequestInit): Promise<Response> {
  if (first !== null) return first.then(() => fetch(path, init));
  const sent = fetch(path, init);
  first = sent.catch(() => {
    // Nothing answered, so the next one is the first.
    first = null;
  });
  return sent;
}
