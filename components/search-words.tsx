import type { Piece, SearchKind } from '#lib/search';

export const searchKindLabels: Record<SearchKind, string> = {
  track: 'Track',
  lesson: 'Lesson',
  section: 'Section',
  question: 'Interview question',
  exercise: 'Exercise',
};

/** A text with what was found in it marked. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text));
}
