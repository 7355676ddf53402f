/** A chain of promises for each key; a link does nothing once its chain is broken. */
export async function relayOnce(outbox: any, broker: any, batch: number) {
  const states = new Map<number, 'published' | 'failed'>();
  const chains: Record<string, Promise<boolean>> = Object.create(null);
  for (const event of await outbox.pending(batch)) {
    chains[event.key] = (chains[event.key] ?? Promise.resolve(true)).then((intact) =>
      !intact
        ? false
        : Promise.resolve(broker.publish(event))
            .then(() => outbox.mark(event.id))
            .then(
              () => states.set(event.id, 'published') && true,
              () => states.set(event.id, 'failed') && false,
            ),
    );
  }
  await Promise.all(Object.values(chains));
  const ids = (state: string) => [...states.keys()].filter((id) => states.get(id) === state).sort((a, b) => a - b);
  return { published: ids('published'), failed: ids('failed') };
}
