import { fetchAs } from '#components/call-as';
import { jsonRequest } from '#lib/api-call';
import type { CardKind } from '#lib/review-schedule';

/** False when it could not be stored, so that the page can say so. */
export async function suspendCard(kind: CardKind, item: string, suspended: boolean, owner: string): Promise<boolean> {
  const request = jsonRequest('PUT', { kind, item, suspended });
  return (await fetchAs(owner, '/api/review/cards', request)).ok;
}
