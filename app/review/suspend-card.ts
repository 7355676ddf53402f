import { apiFetch, jsonRequest } from '#lib/api-call';
import type { CardKind } from '#lib/review-schedule';

/** False when it could not be stored, so that the page can say so. */
export async function suspendCard(kind: CardKind, item: string, suspended: boolean): Promise<boolean> {
  return (await apiFetch('/api/review/cards', jsonRequest('PUT', { kind, item, suspended }))).ok;
}
