type WebhookEvent = { id: string; type: string };

export function dedupe(events: WebhookEvent[]): WebhookEvent[] {
  const firstById = new Map<string, WebhookEvent>();
  for (const event of events) {
    if (!firstById.has(event.id)) firstById.set(event.id, event);
  }
  return [...firstById.values()];
}
