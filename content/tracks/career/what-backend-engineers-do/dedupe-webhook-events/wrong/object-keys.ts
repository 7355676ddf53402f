// caught by: keeps events whose ids are names that every object has
type WebhookEvent = { id: string; type: string };

export function dedupe(events: WebhookEvent[]) {
  const seen: Record<string, boolean> = {};
  return events.filter(({ id }) => {
    if (seen[id]) return false;
    seen[id] = true;
    return true;
  });
}
