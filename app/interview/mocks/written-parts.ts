import type { MockPart } from '#lib/mock';
import type { MockRound } from '#lib/mock-clock';

export type WrittenPart = Extract<MockPart, { type: 'question' }>;

/** Parts whose answer can be rated: their round has begun, and it or the mock as a whole is over. */
export function rateableParts(mock: { parts: MockPart[]; rounds: MockRound[]; ended: string | null }): WrittenPart[] {
  return mock.parts.filter((part): part is WrittenPart => {
    const round = mock.rounds.find(({ kind }) => kind === part.round);
    return part.type === 'question' && round?.startedAtMs != null && (mock.ended ?? round.ended) !== null;
  });
}
