type Message = { key: string };
type Outcome = 'done' | 'failed' | 'skipped';

export async function handleInOrder<M extends Message>(
  messages: M[],
  limit: number,
  handle: (message: M) => Promise<unknown>,
): Promise<Outcome[]> {
  await Promise.all(messages.map((message) => handle(message)));
  return messages.map(() => 'done');
}
