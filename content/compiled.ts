import type { Kind, LessonMeta, Level, QuestionKind, QuestionMeta, Skill, TrackMeta } from './schema.ts';
import type { Term } from '#lib/posting/terms';
import type { StoreModule } from '#lib/store-modules';
import type { Grid, Language } from '#lib/verdict';

/** What the build writes to `.content` and the pages read. HTML is trusted: it comes from our compiler alone. */

export type Heading = { id: string; text: string; depth: 2 | 3 };

export type RunnableLanguage = 'typescript' | 'python' | 'sql';

export type Runnable = {
  language: RunnableLanguage;
  source: string;
  highlightedHtml: string;
  /** A shared database; null is an empty one, and no database at all for TypeScript. */
  database: string | null;
};

export type RunSegment = Runnable & { type: 'run'; id: string; output: string | null };

export type CheckOption = { html: string; correct: boolean; explanationHtml: string };

export type CheckSegment = {
  type: 'check';
  id: string;
  questionHtml: string;
  multiple: boolean;
  options: CheckOption[];
};

export type PredictSegment = Runnable & { type: 'predict'; id: string; questionHtml: string; output: string };

export type Segment = { type: 'html'; html: string } | RunSegment | CheckSegment | PredictSegment;

export type PageLink = { title: string; path: string };
export type IdLink = PageLink & { id: string };

export type ExerciseSummary = {
  id: string;
  title: string;
  summary: string;
  kind: Kind;
  languages: Language[];
  level: Level;
  minutes: number;
  skills: Skill[];
  /** `/practice/<id>` */
  path: string;
  lessonId: string;
  trackId: string;
};

export type LessonSummary = Pick<LessonMeta, 'id' | 'title' | 'summary' | 'level' | 'minutes' | 'skills'> & {
  /** `/learn/<track folder>/<lesson folder>` */
  path: string;
  trackId: string;
  /** Ids of the lessons to read first. */
  needs: string[];
  exercises: ExerciseSummary[];
};

export type TrackSummary = Pick<TrackMeta, 'id' | 'title' | 'summary' | 'hue' | 'order'> & {
  /** `/learn/<track folder>` */
  path: string;
  /** What stands below the front matter of track.md; may be empty. */
  introHtml: string;
  lessons: LessonSummary[];
};

export type Lesson = LessonSummary &
  Pick<LessonMeta, 'objectives' | 'sources'> & {
    prerequisites: IdLink[];
    toc: Heading[];
    segments: Segment[];
    previous: PageLink | null;
    next: PageLink | null;
    /** Relative to the repository, for the link to edit the page. */
    sourceFile: string;
  };

export type TableColumn = {
  name: string;
  type: string;
  nullable: boolean;
  key: 'primary' | 'foreign' | null;
  /** `table.column` */
  references: string | null;
};

export type TableDescription = {
  name: string;
  columns: TableColumn[];
  sampleRows: { columns: string[]; rows: (string | null)[][] };
};

export type ExerciseDatabase = { name: string | null; tables: TableDescription[] };

/** `continues` is the exercise whose code this one goes on with; null for the first. */
export type ExerciseStep = { number: number; of: number; continues: IdLink | null };

/** `language` is null where answers are kept and no code. */
export type ExerciseFile = { name: string; language: Language | null; starter: string; starterHtml: string };

export type ExercisePage = ExerciseSummary & {
  taskHtml: string;
  hintCount: number;
  contentHash: string;
  files: ExerciseFile[];
  /** `one`: the learner chooses a file by its language; `all`: every file is handed in. */
  submits: 'one' | 'all';
  /** The models of databases that the file may import. */
  modules: StoreModule[];
  /** Names of the tests that always run, in order. */
  visibleTests: string[];
  hiddenTestCount: number;
  lesson: IdLink;
  /** Its place in a chain of exercises of the lesson that go on with each other's code. */
  step: ExerciseStep | null;
  database: ExerciseDatabase | null;
  next: PageLink | null;
  /** For sql: what the reference returns on the visible data. */
  expected: Grid | null;
  /** For review, quiz and write. */
  answers: AnswersPage | null;
};

/** Never sent to a browser whole: a route hands out one part after another. */
export type ExerciseSecrets = {
  hintsHtml: string[];
  afterHtml: string;
  solution: Partial<Record<string, string>>;
  alternatives: { name: string; source: string }[];
  answers: AnswersSecrets | null;
  contentHash: string;
};

/** What a page may show of an exercise that is answered without code. */
export type AnswersPage =
  | {
      kind: 'review';
      artefact: { name: string; linesHtml: string[]; lines: string[] };
      /** Sorted by name, so that their order says nothing. */
      defects: { id: string; name: string }[];
      falseMarksMax: number;
      markLinesMax: number;
    }
  | { kind: 'quiz'; draw: number; pool: number; rightNeeded: number }
  | {
      kind: 'write';
      sections: { id: string; label: string; promptHtml: string; words: { min: number; max: number } }[];
      criteria: { id: string; label: string }[];
      pointsMax: number;
    };

/** A question as it is asked; options in the author's order, so never sent like this. */
export type PoolQuestion = { id: string; questionHtml: string; several: boolean; options: string[] };

export type AnswersSecrets =
  | { kind: 'review'; findings: ReviewFinding[] }
  /** Which options are right is not here: the sandbox alone knows. */
  | { kind: 'quiz'; draw: number; questions: PoolQuestion[] }
  | { kind: 'write'; model: { id: string; html: string }[]; criteria: RubricCriterion[] };

export type ReviewFinding = {
  id: string;
  defect: string;
  lines: { from: number; to: number }[];
  severity: 'major' | 'minor';
  explanation: string;
};

export type RubricCriterion = {
  id: string;
  label: string;
  good: string;
  levels: { points: number; text: string }[];
};

export type QuestionSummary = Pick<QuestionMeta, 'id' | 'title' | 'skill' | 'level' | 'kind' | 'minutes'> & {
  /** `/interview/questions/<id>` */
  path: string;
  themeId: string;
};

/** A heading of the question bank: data structures, caching strategies, team collaboration. */
export type Theme = { id: string; title: string; summary: string; kind: QuestionKind; questions: QuestionSummary[] };

export type AnswerPart = { id: string; title: string; html: string };

export type QuestionPage = QuestionSummary & {
  themeTitle: string;
  /** As an interviewer says it. */
  promptHtml: string;
  answerHtml: string;
  /** The answer by its `###` headings; [] where it has none. A whole design has six. */
  answerParts: AnswerPart[];
  /** Each can be ticked as said or not said: the rubric of a mock interview. */
  pointsHtml: string[];
  followUpsHtml: string[];
  redFlagsHtml: string[];
  lessons: IdLink[];
  sources: NonNullable<QuestionMeta['sources']>;
  sourceFile: string;
};

/** `posting.json`: the dictionary of terms, and a posting to try it on. */
export type PostingTerms = { terms: Term[]; example: string };
