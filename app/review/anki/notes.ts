import type { QuestionPage } from '#content/load';
import type { Question } from '../../progress/material.ts';
import { csvOf } from './csv.ts';
import { plainHtml } from './plain-html.ts';

/** One note of Anki's: front and back are HTML, tags are separated by spaces. */
export type Note = { front: string; back: string; tags: string[] };

/**
 * A text file that Anki imports: https://docs.ankiweb.net/importing/text-files.html. It tells a note it knows from a new
 * one by the first field, so that the same file again updates what is there and its schedule stays.
 */
export function ankiFile(notes: readonly Note[]): string {
  // No names of columns: Anki would map them by name alone, and in other languages "Basic" and its fields are called otherwise.
  const head = ['#separator:Comma', '#html:true', '#notetype:Basic', '#tags column:3'];
  const rows = notes.map(({ front, back, tags }) => [front, back, tags.map(tagOf).join(' ')]);
  return `${head.join('\n')}\n${csvOf(rows)}`;
}

export function noteOfQuestion(page: QuestionPage, baseUrl: string): Note {
  const plain = (html: string) => plainHtml(html, baseUrl);
  const list = (title: string, points: string[]) =>
    points.length === 0
      ? ''
      : `<h4>${title}</h4><ul>${points.map((point) => `<li>${plain(point)}</li>`).join('')}</ul>`;
  const lists = [
    list('A strong answer adds', page.pointsHtml),
    list('Asked next', page.followUpsHtml),
    list('Red flags', page.redFlagsHtml),
  ];
  return {
    front: plain(page.promptHtml),
    back: [plain(page.answerHtml), ...lists, plain(`<p><a href="${page.path}">Underpin</a></p>`)].join(''),
    tags: [`underpin::${page.themeId}`, page.level],
  };
}

/** The options stand on the front; the back says which are right, and why. */
export function noteOfCheck({ lesson, check }: Question, baseUrl: string): Note {
  const plain = (html: string) => plainHtml(html, baseUrl);
  const options = check.options.map(({ html }) => `<li>${plain(html)}</li>`).join('');
  const reasons = check.options.map(
    ({ correct, html, explanationHtml }) =>
      `<li><b>${correct ? 'Right' : 'Not right'}</b>: ${plain(html)} ${plain(explanationHtml)}</li>`,
  );
  return {
    front: `${plain(check.questionHtml)}<ol>${options}</ol>`,
    back: `<ol>${reasons.join('')}</ol>${plain(`<p><a href="${lesson.path}">${lesson.title}</a></p>`)}`,
    tags: [`underpin::${lesson.id}`, lesson.level],
  };
}

/** A blank would end a tag. */
const tagOf = (text: string) => text.replaceAll(/\s+/g, '-');
