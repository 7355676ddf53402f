import { reviewAnswersSchema } from '#lib/answers';
import { lineWords } from './lines.ts';

/** What was handed in or kept, as somebody reads it: each mark with its lines. */
export function marksInWords(source: string, defects: { id: string; name: string }[]): string {
  const marks = marksIn(source);
  if (marks.length === 0) return 'No marks';
  return marks
    .map((mark) => `${lineWords(mark)}: ${defects.find(({ id }) => id === mark.defect)?.name ?? mark.defect}`)
    .join('\n');
}

export function ruleWords(falseMarksMax: number): string {
  const allowed = falseMarksMax === 1 ? 'one false mark' : `${falseMarksMax} false marks`;
  return `Passes with every major finding and at most ${allowed}.`;
}

function marksIn(source: string) {
  try {
    return reviewAnswersSchema.parse(JSON.parse(source)).marks;
  } catch {
    // Empty before the first mark; of another shape where an exercise has become one of another kind.
    return [];
  }
}
