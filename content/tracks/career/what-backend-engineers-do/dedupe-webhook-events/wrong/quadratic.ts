// caught by: handles a night of 100,000 different events in time
type WebhookEvent = { id: string; type: string };

export const dedupe = (events: WebhookEvent[]) =>
  events.filter((event, i) => events.findIndex((other) => other.id === event.id) === i);
