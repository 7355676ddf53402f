type WebhookEvent = { id: string; type: string };

export function dedupe(events: WebhookEvent[]): WebhookEvent[] {
  return events;
}
