// caught by: leaves the array it was given as it was
type WebhookEvent = { id: string; type: string };

export function dedupe(events: WebhookEvent[]) {
  const seen = new Set<string>();
  for (let i = 0; i < events.length; i++) {
    const { id } = events[i]!;
    if (seen.has(id)) events.splice(i--, 1);
    seen.add(id);
  }
  return events;
}
