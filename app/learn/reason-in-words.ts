import { plural, skillLabels } from '#components/labels';
import type { Because } from '#components/next-step';

/** Why a step is recommended; said in the browser and, on the progress page, by the server. */
export function reasonInWords(because: Because): string {
  switch (because.kind) {
    case 'first':
      return 'It is the first lesson and needs nothing before it.';
    case 'begun':
      return 'You began it and have not finished it.';
    case 'after':
      return `It comes next after “${because.title}”.`;
    case 'needed-for':
      return `You need it for “${because.title}”, which comes next.`;
    case 'weak-skill': {
      const { skill, firstTryCount, triedCount } = because;
      return `${skillLabels[skill]} needs practice: ${firstTryCount} of ${plural(triedCount, 'exercise')} passed at the first try and without help.`;
    }
    case 'open':
      return 'It is the first that is still open.';
  }
}
