// caught by: leaves the later events of a key alone when one is refused
type OutboxEvent = { id: number; key: string; payload: unknown };
type Outbox = { pending: (limit: number) => Promise<OutboxEvent[]>; mark: (id: number) => Promise<unknown> };
type Broker = { publish: (event: OutboxEvent) => Promise<unknown> };

export async function relayOnce(outbox: Outbox, broker: Broker, batch: number) {
  const published: number[] = [];
  const failed: number[] = [];

  /** In a row, up to the first error: what comes after it must not overtake. */
  async function relay(events: OutboxEvent[]) {
    for (const event of events) {
      try {
        await broker.publish(event);
        await outbox.mark(event.id);
        published.push(event.id);
      } catch {
        failed.push(event.id);
      }
    }
  }

  const events = await outbox.pending(batch);
  const byKey = Map.groupBy(events, ({ key }) => key);
  await Promise.all([...byKey.values()].map(relay));

  return { published: published.toSorted((a, b) => a - b), failed: failed.toSorted((a, b) => a - b) };
}
