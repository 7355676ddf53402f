type WebhookEvent = { id: string; type: string };

export function dedupe(events: WebhookEvent[]): WebhookEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
