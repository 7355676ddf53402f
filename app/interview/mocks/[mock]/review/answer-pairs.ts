import type { QuestionPage } from '#content/compiled';
import { answerForms, type AnswerForm, type AnswerSection, type WrittenAnswer } from '#lib/mock';
import { sectionWords } from '../written/section-words.ts';

export type AnswerPair = {
  id: string;
  title: string;
  /** What the learner wrote there; null where the form has no place for it. */
  own: { label: string | null; text: string }[] | null;
  /** Null where the model answer has nothing of its own there. */
  modelHtml: string | null;
};

type Model = Pick<QuestionPage, 'answerHtml' | 'answerParts'>;

/** The learner's answer and the model answer side by side: section by section where both have sections, else whole. */
export function answerPairs(form: AnswerForm, { sections }: WrittenAnswer, model: Model): AnswerPair[] {
  const own = answerForms[form].map((section: AnswerSection) => ({
    section,
    label: sectionWords(form, section).label,
    text: sections[section] ?? '',
  }));
  const partOf = (section: AnswerSection) =>
    model.answerParts.find(({ id, title }) => id === section || title.toLowerCase() === section) ?? null;
  const matched = own.filter(({ section }) => partOf(section));
  if (own.length === 1 || matched.length < 2) {
    const texts = own.map(({ label, text }) => ({ label: own.length === 1 ? null : label, text }));
    return [{ id: 'answer', title: 'Answer', own: texts, modelHtml: model.answerHtml }];
  }
  const used = new Set(matched.map(({ section }) => partOf(section)));
  const beyond = model.answerParts.filter((part) => !used.has(part));
  return [
    ...own.map(({ section, label, text }) => ({
      id: section,
      title: label,
      own: [{ label: null, text }],
      modelHtml: partOf(section)?.html ?? null,
    })),
    ...beyond.map(({ id, title, html }) => ({ id, title, own: null, modelHtml: html })),
  ];
}
