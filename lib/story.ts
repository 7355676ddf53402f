import './zod-without-eval.ts';
import { z } from 'zod';
import { countWords } from './count-words.ts';

/** A story for the behavioural round, told as situation, task, action and result, and what can be said of one. */

/** The five of the question bank first, then what interviewers ask about whatever the company. */
export const storyThemes = [
  'project-management',
  'team-collaboration',
  'problem-solving-approach',
  'learning-new-technologies',
  'handling-technical-debt',
  'conflict',
  'failure',
  'leadership',
  'deadline',
  'ambiguity',
] as const;
export type StoryTheme = (typeof storyThemes)[number];

export const themeLabels: Record<StoryTheme, string> = {
  'project-management': 'Project management',
  'team-collaboration': 'Team collaboration',
  'problem-solving-approach': 'Problem-solving approach',
  'learning-new-technologies': 'Learning new technologies',
  'handling-technical-debt': 'Handling technical debt',
  conflict: 'Conflict',
  failure: 'Failure',
  leadership: 'Leadership',
  deadline: 'Deadline',
  ambiguity: 'Ambiguity',
};

export const storyParts = ['situation', 'task', 'action', 'result', 'otherwise'] as const;
export type StoryPart = (typeof storyParts)[number];

export const titleCharsMax = 120;
/** Far more than anybody says in two minutes, and small enough that a hundred stories are no burden. */
export const partCharsMax = 8_000;
/** Of one learner. */
export const storiesMax = 200;

/** Made in the browser: the time in base 36 and random letters, so that ids sort by age and never meet. */
export const storyIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{7,79}$/, 'is not the id of a story');

const partSchema = z.string().max(partCharsMax, `is longer than ${partCharsMax} characters`);

export const storySchema = z.strictObject({
  title: z.string().max(titleCharsMax, `is longer than ${titleCharsMax} characters`),
  themes: z
    .array(z.enum(storyThemes))
    .max(storyThemes.length)
    .refine((themes) => new Set(themes).size === themes.length, 'names a theme twice'),
  situation: partSchema,
  task: partSchema,
  action: partSchema,
  result: partSchema,
  otherwise: partSchema,
});
export type Story = z.infer<typeof storySchema>;

export const emptyStory: Story = {
  title: '',
  themes: [],
  situation: '',
  task: '',
  action: '',
  result: '',
  otherwise: '',
};

/** The story as one text, the same for the same story wherever it comes from, so that two can be compared. */
export function storySource(story: Story): string {
  const { title, situation, task, action, result, otherwise } = story;
  const themes = storyThemes.filter((theme) => story.themes.includes(theme));
  return JSON.stringify({ title, themes, situation, task, action, result, otherwise });
}

/** Null for an empty text, and for one of another shape. */
export function readStory(source: string): Story | null {
  try {
    return storySchema.parse(JSON.parse(source));
  } catch {
    return null;
  }
}

export const partLabels: Record<StoryPart, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  otherwise: 'What you would do otherwise',
};

/** An unhurried pace for telling something; what a text takes at it is an estimate and is called one. */
export const wordsPerMinute = 140;
export const rehearsalSeconds = 120;

/**
 * How many words each part wants. The first four come to 280 at the most, which is two minutes; the fifth answers the
 * question that usually follows, and is counted apart.
 */
export const partWords: Record<StoryPart, readonly [min: number, max: number]> = {
  situation: [30, 50],
  task: [15, 30],
  action: [100, 150],
  result: [30, 50],
  otherwise: [20, 50],
};

/** Of the four parts that are told at once. */
export function toldWords(story: Story): number {
  return storyParts.reduce((sum, part) => sum + (part === 'otherwise' ? 0 : countWords(story[part])), 0);
}

export function speakingSeconds(words: number): number {
  return Math.round((words / wordsPerMinute) * 60);
}

/** For each theme the stories that serve it, in their order. */
export function coverageOf<Each extends { story: Story }>(stories: readonly Each[]): Map<StoryTheme, Each[]> {
  return new Map(storyThemes.map((theme) => [theme, stories.filter(({ story }) => story.themes.includes(theme))]));
}

export function storyInWords(source: string): string {
  const story = readStory(source);
  if (!story) return '';
  const themes = story.themes.map((theme) => themeLabels[theme]).join(', ') || 'none';
  const parts = storyParts.map((part) => `${partLabels[part]}\n${story[part]}`);
  return [`Title: ${story.title}`, `Themes: ${themes}`, ...parts].join('\n\n');
}
