import type { Db } from '#db/client';
import type { MockPart, RoundKind } from '#lib/mock';
import { drawContent } from './draw-content.ts';
import { drawMock, type Wish } from './draw.ts';
import { mockKindLabels } from './mock-words.ts';
import { newPiece, newSeed } from './seed.ts';
import { suitedSeed } from './suited-seed.ts';
import { suitsOf } from './suits.ts';

/** So many draws are looked at to find one that suits; each takes well under a millisecond. */
const candidates = 160;

export type DrawnFor = { seed: string; parts: MockPart[] } | { missing: string };

/**
 * The parts of a mock for a learner. With a seed they are what anybody gets from it; without one, a seed is chosen whose
 * parts go to where they are weak and are not those of their last mocks.
 */
export async function drawFor(
  db: Db,
  learnerId: string | null,
  { seed: given, ...wish }: Omit<Wish, 'seed'> & { seed: string | null },
): Promise<DrawnFor> {
  const content = drawContent();
  const candidate = () => (wish.kind === 'loop' ? newPiece() : newSeed());
  const seed =
    given ??
    suitedSeed(content, wish, Array.from({ length: candidates }, candidate), await suitsOf(db, learnerId, wish));
  const drawn = drawMock(content, { ...wish, seed });
  return 'parts' in drawn ? { seed, parts: drawn.parts } : { missing: missingWords(drawn.missing) };
}

const needs: Record<RoundKind, string> = {
  coding: 'two exercises of kind code in your language that fit into 45 minutes',
  sql: 'two exercises of kind sql that fit into 30 minutes',
  'api-design': 'a question of the theme API design and an exercise of kind http',
  security: 'a question of the theme Security concepts and an exercise on security that fits into 30 minutes',
  'system-design': 'a whole design: a question on system design of 30 minutes or more',
  behavioural: 'three behavioural questions',
};

function missingWords(missing: RoundKind[]): string {
  const each = missing.map((kind) => `${mockKindLabels[kind]} needs ${needs[kind]}`);
  return `The material on this server is not enough for this interview. ${each.join('. ')}. Choose another kind or language.`;
}
