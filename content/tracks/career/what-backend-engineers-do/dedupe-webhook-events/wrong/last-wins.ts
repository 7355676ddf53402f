// caught by: keeps the first event of each id
type WebhookEvent = { id: string; type: string };

export const dedupe = (events: WebhookEvent[]) => [...new Map(events.map((event) => [event.id, event])).values()];
