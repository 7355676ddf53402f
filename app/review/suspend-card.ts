import { apiFetch, jsonRequest } from '#lib/api-call';

/** False when it could not be stored, so that the page can say so. */
export async function suspendCard(kind: 'check' | 'exercise', item: string, suspended: boolean): Promise<boolean> {
  return (await apiFetch('/api/review/cards', jsonRequest('PUT', { kind, item, suspended }))).ok;
}
