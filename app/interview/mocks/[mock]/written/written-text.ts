import { answerForms, writtenAnswerSchema, type AnswerForm, type AnswerSection, type WrittenAnswer } from '#lib/mock';
import { hasDiagram, sectionWords } from './section-words.ts';

const order: readonly AnswerSection[] = [
  ...new Set<AnswerSection>([...answerForms.design, ...answerForms.star, ...answerForms.plain]),
];

/** An answer as one text. The same answer is always the same text, whichever side wrote it down; nothing is ''. */
export function textOf({ sections, diagram }: WrittenAnswer): string {
  const kept = order.flatMap((section) => (sections[section] ? [[section, sections[section]]] : []));
  return kept.length === 0 && diagram === '' ? '' : JSON.stringify({ sections: Object.fromEntries(kept), diagram });
}

/** What `textOf` wrote; a text that is none of its, from another version of the site, is an empty answer. */
export function answerOf(text: string): WrittenAnswer {
  if (text === '') return emptyAnswer;
  try {
    return writtenAnswerSchema.parse(JSON.parse(text));
  } catch {
    return emptyAnswer;
  }
}

export const emptyAnswer: WrittenAnswer = { sections: {}, diagram: '' };

/** For people: to compare two versions, or to copy. */
export function answerInWords(text: string, form: AnswerForm): string {
  const { sections, diagram } = answerOf(text);
  const written = answerForms[form].map(
    (section) => `${sectionWords(form, section).label}\n${sections[section] ?? ''}`,
  );
  return [...written, ...(hasDiagram(form) ? [`Diagram\n${diagram}`] : [])].join('\n\n');
}
