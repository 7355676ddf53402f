import path from 'node:path';
import type { AnswersPage, AnswersSecrets } from './compiled.ts';
import { ContentError } from './content-error.ts';
import type { Exercise } from './exercise.ts';
import { isKnownLanguage, knownLanguages } from './highlight.ts';
import { hasSeveralRight, rightNeeded } from './quiz.ts';
import type { AnswersSource } from './read-answers.ts';
import { markLinesMax } from './review.ts';
import { pointsMaxOf } from './write.ts';

export type CompiledAnswers = { page: AnswersPage; secrets: AnswersSecrets };

type Make = {
  /** Markdown to HTML; `part` and the name of the file are for errors. */
  html: (part: string, markdown: string, file: string) => Promise<string>;
  /** Coloured code, as the whole of a `pre`. */
  code: (source: string, language: string) => Promise<string>;
};

type Source<Kind> = Extract<AnswersSource, { kind: Kind }>;

/** What pages show of a review, quiz or text, and what they may show later. Null where there is code to write. */
export async function compileAnswers(exercise: Exercise, make: Make): Promise<CompiledAnswers | null> {
  switch (exercise.answers?.kind) {
    case 'review':
      return compileReview(exercise, exercise.answers, make);
    case 'quiz':
      return compileQuiz(exercise.answers, make);
    case 'write':
      return compileWrite(exercise.answers, make);
    default:
      return null;
  }
}

async function compileReview(
  { folder }: Exercise,
  { artefact, defects, findings, falseMarksMax }: Source<'review'>,
  { code }: Make,
): Promise<CompiledAnswers> {
  const { name, lines } = artefact;
  const html = await code(lines.join('\n'), languageOfArtefact(path.join(folder, name)));
  const nameOf = new Map(defects.map((defect) => [defect.id, defect.name]));
  return {
    page: {
      kind: 'review',
      artefact: { name, lines, linesHtml: linesOf(html) },
      defects: defects
        .map((defect) => ({ id: defect.id, name: defect.name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
      falseMarksMax,
      markLinesMax,
    },
    secrets: {
      kind: 'review',
      findings: findings.map((finding) => ({ ...finding, defect: nameOf.get(finding.defect) ?? finding.defect })),
    },
  };
}

/** Endings that are no word for a language by themselves. */
const endings: Record<string, string> = { log: 'text', conf: 'nginx' };

function languageOfArtefact(file: string): string {
  const ending = path.extname(file).slice(1);
  const language = endings[ending] ?? ending;
  if (isKnownLanguage(language)) return language;
  throw new ContentError(
    file,
    'has an ending that no colours are known for',
    `Use one of ${[...knownLanguages, ...Object.keys(endings)].join(', ')}`,
  );
}

/** The highlighter sets each line in a span of its own and parts them by line ends. */
function linesOf(html: string): string[] {
  const [, inside = ''] = /<code>([\s\S]*)<\/code>/.exec(html) ?? [];
  return inside.split('\n').map((line) => line.replace(/^<span class="line">([\s\S]*)<\/span>$/, '$1'));
}

async function compileQuiz(quiz: Source<'quiz'>, { html }: Make): Promise<CompiledAnswers> {
  const questions = await Promise.all(
    quiz.questions.map(async (question) => ({
      id: question.id,
      questionHtml: await html(`question ${question.id}`, question.question, 'questions.yaml'),
      several: hasSeveralRight(question),
      options: await Promise.all(
        question.options.map(({ text }, index) =>
          html(`question ${question.id}, option ${index + 1}`, text, 'questions.yaml').then(withoutParagraph),
        ),
      ),
    })),
  );
  const { draw } = quiz;
  return {
    page: { kind: 'quiz', draw, pool: questions.length, rightNeeded: rightNeeded(quiz) },
    secrets: { kind: 'quiz', draw, questions },
  };
}

/** An option becomes a label, in which a paragraph may not stand. */
function withoutParagraph(html: string): string {
  const [, inside] = /^<p>([\s\S]*)<\/p>$/.exec(html.trim()) ?? [];
  return inside === undefined || inside.includes('<p>') ? html : inside;
}

async function compileWrite(write: Source<'write'>, { html }: Make): Promise<CompiledAnswers> {
  const { sections, criteria, model } = write;
  return {
    page: {
      kind: 'write',
      sections: await Promise.all(
        sections.map(async ({ id, label, prompt, words }) => ({
          id,
          label,
          promptHtml: await html(`section ${id}`, prompt, 'rubric.yaml'),
          words,
        })),
      ),
      criteria: criteria.map(({ id, label }) => ({ id, label })),
      pointsMax: pointsMaxOf(write),
    },
    secrets: {
      kind: 'write',
      model: await Promise.all(
        sections.map(async ({ id }) => ({ id, html: await html(`section ${id}`, model[id] ?? '', 'model.md') })),
      ),
      criteria,
    },
  };
}
