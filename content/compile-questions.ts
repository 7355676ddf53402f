import type { BuildCache } from './build-cache.ts';
import { compileMarkdown } from './compile.ts';
import type { AnswerPart, IdLink, PageLink, QuestionPage, Theme } from './compiled.ts';
import { ContentError, shownPath } from './content-error.ts';
import { linkedLessons } from './linked-lessons.ts';
import type { MarkdownPart } from './question-sections.ts';
import type { QuestionSource, ThemeSource } from './read-questions.ts';

type Options = { cache: BuildCache; lessonLink: (id: string) => PageLink | null; errors: ContentError[] };

export type CompiledQuestions = { themes: Theme[]; pages: QuestionPage[]; styles: Map<string, string> };

/** Compiles the question bank; a question that does not compile is left out and added to `errors`. */
export async function compileQuestions(
  sources: ThemeSource[],
  { cache, lessonLink, errors }: Options,
): Promise<CompiledQuestions> {
  const done: CompiledQuestions = { themes: [], pages: [], styles: new Map() };
  for (const theme of sources) {
    const pages: QuestionPage[] = [];
    for (const question of theme.questions) {
      try {
        const links = linkedLessons(sourceOf(question), lessonLink);
        const input = [question.file, question.meta, question.sections, theme.meta.title, links];
        const { page, styles } = await cache.getOrMake('question', input, () =>
          compileQuestion(question, theme, lessonLink),
        );
        for (const [name, style] of Object.entries(styles)) done.styles.set(name, style);
        pages.push(page);
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        errors.push(error);
      }
    }
    const questions = pages.map(({ id, title, skill, level, kind, minutes, path, themeId }) => ({
      ...{ id, title, skill, level, kind, minutes, path, themeId },
    }));
    if (pages.length > 0) done.themes.push({ ...theme.meta, questions });
    done.pages.push(...pages);
  }
  return done;
}

function sourceOf({ sections: { prompt, answer, points, followUps, redFlags, lessonIds } }: QuestionSource): string {
  const parts = [prompt, answer, ...points, ...followUps, ...redFlags].map(({ text }) => text);
  return [...parts, ...lessonIds.map((id) => `[[${id}]]`)].join('\n');
}

async function compileQuestion(
  { meta, file, sections }: QuestionSource,
  theme: ThemeSource,
  lessonLink: (id: string) => PageLink | null,
): Promise<{ page: QuestionPage; styles: Record<string, string> }> {
  const styles: Record<string, string> = {};
  const toHtml = async ({ text, line }: MarkdownPart): Promise<string> => {
    const made = await compileMarkdown(text, { file, firstLine: line, lessonLink, islands: false });
    Object.assign(styles, made.styles);
    return made.segments.map((segment) => (segment.type === 'html' ? segment.html : '')).join('\n');
  };
  const all = async (parts: MarkdownPart[]) => {
    const htmls: string[] = [];
    for (const part of parts) htmls.push(await toHtml(part));
    return htmls;
  };
  const answerHtml = withOwnAnchors(await toHtml(sections.answer), meta.id);
  const lessons = sections.lessonIds.map((id): IdLink => {
    const link = lessonLink(id);
    if (!link) {
      throw new ContentError(file, `names the lesson ${id}, which there is not`, 'Correct it, or write that lesson');
    }
    return { id, ...link };
  });
  const { id, title, skill, level, kind, minutes, sources = [] } = meta;
  const page: QuestionPage = {
    ...{ id, title, skill, level, kind, minutes, path: `/interview/questions/${id}` },
    ...{ themeId: theme.meta.id, themeTitle: theme.meta.title },
    promptHtml: await toHtml(sections.prompt),
    answerHtml,
    answerParts: partsOf(answerHtml),
    pointsHtml: await all(sections.points),
    followUpsHtml: await all(sections.followUps),
    redFlagsHtml: await all(sections.redFlags),
    lessons,
    sources,
    sourceFile: shownPath(file),
  };
  return { page, styles };
}

/** The questions of a theme stand on one page, where ten answers may have the heading "Data". */
function withOwnAnchors(html: string, id: string): string {
  return html.replace(/(<h3 id="|<a class="anchor"[^>]* href="#)/g, `$1${id}-`);
}

/** The HTML is our own compiler's: a heading has an id, its text, and a link to itself. */
function partsOf(html: string): AnswerPart[] {
  return html.split(/(?=<h3 id=")/).flatMap((part) => {
    const [whole, id, heading] = /^<h3 id="([^"]*)">([\s\S]*?)<\/h3>/.exec(part) ?? [];
    if (whole === undefined || id === undefined || heading === undefined) return [];
    const title = heading.replace(/<a class="anchor"[\s\S]*?<\/a>|<[^>]+>/g, '');
    return [{ id, title, html: part.slice(whole.length).trim() }];
  });
}
