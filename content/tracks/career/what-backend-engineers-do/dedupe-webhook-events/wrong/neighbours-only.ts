// caught by: drops a repeat that arrives later
type WebhookEvent = { id: string; type: string };

export const dedupe = (events: WebhookEvent[]) => events.filter((event, i) => event.id !== events[i - 1]?.id);
