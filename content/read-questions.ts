import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError, shownPath } from './content-error.ts';
import { easyFirst } from './easy-first.ts';
import { filesIn, foldersIn } from './folders.ts';
import { checkShape, readFrontMatter, readYaml } from './front-matter.ts';
import { orReport } from './or-report.ts';
import { type QuestionSections, splitQuestion } from './question-sections.ts';
import { type QuestionMeta, questionMetaSchema, type ThemeMeta, themesSchema } from './schema.ts';

export type QuestionSource = { meta: QuestionMeta; file: string; sections: QuestionSections };
export type ThemeSource = { meta: ThemeMeta; questions: QuestionSource[] };

/**
 * The question bank of all content folders: `interview/themes.yaml` and `interview/questions/<theme>/<id>.md`. A folder
 * of a host may add questions to our themes, and themes of its own. What is broken is left out and added to `errors`.
 */
export function readQuestions(roots: string[], errors: ContentError[]): ThemeSource[] {
  const metas = roots.flatMap((root) => orReport(errors, () => readThemes(root))).flat();
  const themes = new Map(metas.map((meta): [string, ThemeSource] => [meta.id, { meta, questions: [] }]));
  const taken = new Map<string, string>();
  for (const folder of roots.flatMap(themeFolders)) {
    const theme = themes.get(path.basename(folder));
    if (!theme) {
      const remedy = 'Add the theme to interview/themes.yaml, or move the questions';
      errors.push(new ContentError(folder, `is not a theme`, remedy));
      continue;
    }
    for (const name of filesIn(folder).filter((each) => each.endsWith('.md'))) {
      const file = path.join(folder, name);
      orReport(errors, () => {
        const question = readQuestion(file, theme.meta);
        const other = taken.get(question.meta.id);
        if (other) {
          const problem = `has the question id ${question.meta.id}, which ${shownPath(other)} has too`;
          throw new ContentError(file, problem, 'Give one of them another');
        }
        taken.set(question.meta.id, file);
        theme.questions.push(question);
      });
    }
  }
  for (const { questions } of themes.values()) questions.sort(easyFirst);
  return [...themes.values()].filter(({ questions }) => questions.length > 0);
}

export function themeFolders(root: string): string[] {
  return foldersIn(path.join(root, 'interview', 'questions'));
}

function readThemes(root: string): ThemeMeta[] {
  const file = path.join(root, 'interview', 'themes.yaml');
  if (!existsSync(file)) return [];
  const remedy = 'Correct it; content/schema.ts describes every key';
  return checkShape(themesSchema, file, readYaml(file, readFileSync(file, 'utf8')), remedy);
}

function readQuestion(file: string, theme: ThemeMeta): QuestionSource {
  const { meta, body, bodyLine } = readFrontMatter(questionMetaSchema, file, readFileSync(file, 'utf8'));
  if (`${meta.id}.md` !== path.basename(file)) {
    throw new ContentError(file, `has the id ${meta.id}`, 'Give the file the name of its id');
  }
  if (meta.kind !== theme.kind) {
    throw new ContentError(file, `is ${meta.kind} in a theme that is ${theme.kind}`, 'Correct kind, or move it');
  }
  return { meta, file, sections: splitQuestion(file, body, bodyLine) };
}
