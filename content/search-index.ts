import type { Compiled } from './compile.ts';
import type { CompiledExercise } from './compile-exercise.ts';
import type { QuestionPage, Segment } from './compiled.ts';
import { textOf } from './html-text.ts';
import type { LessonSource, TrackSource } from './read-tree.ts';
import { makeSearchIndex, type SearchSource } from '#lib/search';

type Made = {
  tracks: TrackSource[];
  lessons: Map<string, Pick<Compiled, 'segments'>>;
  exercises: Map<string, Pick<CompiledExercise, 'taskHtml'>>;
  questions: Pick<QuestionPage, 'id' | 'title' | 'path' | 'skill' | 'themeTitle' | 'promptHtml'>[];
};

/** Everything that can be searched: tracks, lessons, their sections and exercises in teaching order, then the question bank. */
export function searchIndex({ tracks, lessons, exercises, questions }: Made): ReturnType<typeof makeSearchIndex> {
  const sources = tracks.flatMap((track): SearchSource[] => {
    const { id, title, summary } = track.meta;
    const path = `/learn/${track.name}`;
    return [
      { kind: 'track', id, title, path, context: '', summary, text: '', keywords: '' },
      ...track.lessons.flatMap((lesson) => [
        ...lessonSources(track, lesson, lessons.get(lesson.meta.id)?.segments ?? []),
        ...exerciseSources(lesson, exercises),
      ]),
    ];
  });
  return makeSearchIndex([...sources, ...questions.map(questionSource)]);
}

/** Without its answer: whoever searches for a question may want to answer it first. */
function questionSource({ id, title, path, skill, themeTitle, promptHtml }: Made['questions'][number]): SearchSource {
  const summary = proseIn(promptHtml);
  return { kind: 'question', id, title, path, context: themeTitle, summary, text: '', keywords: `${skill} interview` };
}

function lessonSources(track: TrackSource, lesson: LessonSource, segments: Segment[]): SearchSource[] {
  const { id, title, summary, topics, skills } = lesson.meta;
  const path = `/learn/${track.name}/${lesson.name}`;
  const [opening = '', ...parts] = proseOf(segments).split(headingStart);
  const keywords = [...topics, ...skills].join(' ');
  const sections = parts.map((part): SearchSource => {
    const [, anchor = '', heading = '', body = ''] = headingAndBody.exec(part) ?? [];
    const text = proseIn(body);
    return {
      ...{ kind: 'section', id, title: proseIn(heading), path: `${path}#${anchor}`, context: title },
      ...{ summary: '', text, keywords: '' },
    };
  });
  return [
    { kind: 'lesson', id, title, path, context: track.meta.title, summary, text: proseIn(opening), keywords },
    ...sections,
  ];
}

function exerciseSources(lesson: LessonSource, compiled: Made['exercises']): SearchSource[] {
  return lesson.exercises.map(({ meta }): SearchSource => {
    const { id, title, summary, kind, languages, skills } = meta;
    return {
      ...{ kind: 'exercise', id, title, path: `/practice/${id}`, context: lesson.meta.title, summary },
      text: proseIn(compiled.get(id)?.taskHtml ?? ''),
      keywords: [kind, ...languages, ...skills].join(' '),
    };
  });
}

/** Questions in the text are left out: a search result must not give away which option is right. */
function proseOf(segments: Segment[]): string {
  return segments.map((segment) => (segment.type === 'html' ? segment.html : '')).join('\n');
}

/** Words alone: blocks of code, diagrams and addresses are no prose, and make an index three times the size. */
function proseIn(html: string): string {
  return textOf(html)
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

// The HTML is our own compiler's: headings of two depths with an id, text always escaped.
const headingStart = /(?=<h[23] id=")/;
const headingAndBody = /^<h[23] id="([^"]*)">([\s\S]*?)<\/h[23]>([\s\S]*)$/;
