import type { PlannedPart } from '#lib/mock';
import type { MockRound } from '#lib/mock-clock';

/** Parts whose answer can be rated: their round has begun, and it or the mock as a whole is over. */
export function rateableParts<Part extends PlannedPart>(mock: {
  parts: Part[];
  rounds: MockRound[];
  ended: string | null;
}): (Part & { type: 'question' })[] {
  return mock.parts.filter((part): part is Part & { type: 'question' } => {
    const round = mock.rounds.find(({ kind }) => kind === part.round);
    return part.type === 'question' && round?.startedAtMs != null && (mock.ended ?? round.ended) !== null;
  });
}
