import { z } from 'zod';
import { storeModules } from '#lib/store-modules';
import { languageSchema } from '#lib/verdict';
import { kinds } from './kinds.ts';

/** The shape of every file's front matter. Strict: a misspelt key is an error, not a silent default. */

export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9 and single hyphens');

export const levelSchema = z.enum(['junior', 'mid', 'senior']);
export type Level = z.infer<typeof levelSchema>;

export const kindSchema = z.enum(['code', 'http', 'sql', 'lab', 'tests', 'review', 'quiz', 'write']);
export type Kind = z.infer<typeof kindSchema>;

export const skillSchema = z.enum([
  'career',
  'programming',
  'data-structures',
  'databases',
  'apis',
  'security',
  'system-design',
  'operations',
  'testing',
]);
export type Skill = z.infer<typeof skillSchema>;

const sourcesSchema = z.array(
  z.strictObject({ title: z.string().min(3), url: z.url({ protocol: /^https$/ }), for: z.string().min(5) }),
);

export const trackMetaSchema = z.strictObject({
  id: idSchema.describe('Permanent; the same as the folder when the track is made.'),
  title: z.string().min(3).max(60),
  summary: z.string().min(20).max(200).describe('One sentence: what somebody can do after the track.'),
  hue: z.int().min(0).max(360).describe('Hue of the thin rule and the diagrams of this track, in degrees.'),
  order: z.int().min(1).describe('Place of the track on the learn map.'),
  lessons: z.array(idSchema).min(1).describe('Lesson ids in teaching order.'),
});
export type TrackMeta = z.infer<typeof trackMetaSchema>;

export const lessonMetaSchema = z.strictObject({
  id: idSchema.describe('Permanent: progress hangs on it, never on the path.'),
  title: z.string().min(3).max(80),
  summary: z.string().min(20).max(240).describe('One or two sentences for lists and search results.'),
  level: levelSchema,
  minutes: z.int().min(3).max(40).describe('Reading time without the exercises.'),
  skills: z.array(skillSchema).min(1),
  objectives: z.array(z.string().min(10)).min(2).max(6).describe('Each completes the sentence "After this you can …".'),
  prerequisites: z.array(idSchema).default([]).describe('Ids of lessons to read first.'),
  topics: z.array(idSchema).min(1).describe('Ids from content/topics.yaml.'),
  sources: sourcesSchema.min(2).describe('Primary sources: RFCs, official manuals, OWASP.'),
});
export type LessonMeta = z.infer<typeof lessonMetaSchema>;

/** Ceilings are what the sandbox can honour on its smallest machine; the defaults stand in sandbox/limits.ts. */
export const limitsSchema = z.strictObject({
  testMs: z.int().min(100).max(5000).optional().describe('Time of one test, in milliseconds.'),
  runMs: z.int().min(500).max(15_000).optional().describe('Time of the whole run, in milliseconds.'),
  memoryMb: z.int().min(16).max(256).optional().describe('Heap of the isolate, in mebibytes.'),
});
export type ExerciseLimits = z.infer<typeof limitsSchema>;

export const exerciseMetaSchema = z
  .strictObject({
    id: idSchema.describe('Permanent and unique among exercises.'),
    title: z.string().min(3).max(80),
    summary: z.string().min(20).max(200).describe('One sentence for lists.'),
    kind: kindSchema,
    languages: z.array(languageSchema).default([]).describe('None where there is no code to write.'),
    level: levelSchema,
    minutes: z.int().min(3).max(90),
    skills: z.array(skillSchema).min(1),
    limits: limitsSchema.optional(),
    db: idSchema.optional().describe('A shared sample database in content/databases.'),
    continues: idSchema
      .optional()
      .describe('The exercise of the same lesson whose code this one goes on with: the step before it.'),
    order: z
      .array(z.string())
      .optional()
      .describe('sql: the columns that the rows must be sorted by; without it, rows are compared as a bag.'),
    types: z
      .boolean()
      .optional()
      .describe('TypeScript: whether the types must fit, under strict, before anything runs.'),
    modules: z
      .array(z.enum(storeModules))
      .min(1)
      .optional()
      .describe('code in TypeScript: the models of databases that the file and the drivers may import.'),
    roles: z
      .array(z.string().regex(/^(?!pg_|run_|judge_|build_)[a-z][a-z0-9_]*$/, 'is not a role name (app_reader)'))
      .optional()
      .describe('sql with tests: roles that exist before the file runs, which may then make others; [] for none.'),
  })
  .refine((meta) => (kinds[meta.kind].languages.length === 0) === (meta.languages.length === 0), {
    message:
      'languages are what the code of an exercise is written in; review, quiz and write have none, the others one',
  })
  .refine((meta) => meta.languages.every((language) => kinds[meta.kind].languages.includes(language)), {
    message: 'languages has one in which this kind of exercise is not written',
  })
  .refine((meta) => meta.db === undefined || kinds[meta.kind].database !== 'none', {
    message: 'db belongs to the kinds sql, http and lab',
  })
  .refine((meta) => meta.kind === 'sql' || (meta.order === undefined && meta.roles === undefined), {
    message: 'order and roles belong to kind sql',
  })
  .refine((meta) => meta.continues === undefined || ['code', 'http'].includes(meta.kind), {
    message: 'continues belongs to the kinds code and http',
  })
  .refine((meta) => meta.modules === undefined || (meta.kind === 'code' && meta.languages.join() === 'typescript'), {
    message: 'modules belongs to kind code, in typescript alone',
  })
  .refine((meta) => meta.types === undefined || (meta.languages.includes('typescript') && meta.kind !== 'lab'), {
    message: 'types belongs to exercises in typescript, and not to labs',
  });
export type ExerciseMeta = z.infer<typeof exerciseMetaSchema>;

export const questionKindSchema = z.enum(['technical', 'system-design', 'behavioural']);
export type QuestionKind = z.infer<typeof questionKindSchema>;

export const questionMetaSchema = z
  .strictObject({
    id: idSchema.describe('Permanent and unique among questions; the same as the name of the file.'),
    title: z.string().min(3).max(80).describe('For lists; the question itself is the text before the first heading.'),
    skill: skillSchema,
    level: levelSchema,
    kind: questionKindSchema,
    minutes: z.int().min(2).max(50).describe('Time to answer it aloud, or on paper for a whole design.'),
    sources: sourcesSchema.min(1).max(4).optional().describe('Primary sources: RFCs, official manuals, papers, OWASP.'),
  })
  .refine((meta) => meta.kind === 'behavioural' || meta.sources !== undefined, {
    message: 'sources has to name a source for what a technical answer claims',
  });
export type QuestionMeta = z.infer<typeof questionMetaSchema>;

/** The themes of the question bank in the order of its page. A theme is a folder of content/interview/questions. */
export const themesSchema = z
  .array(
    z.strictObject({
      id: idSchema,
      title: z.string().min(3).max(60),
      summary: z.string().min(20).max(200).describe('One sentence: what an interviewer wants to find out.'),
      kind: questionKindSchema,
    }),
  )
  .min(1);
export type ThemeMeta = z.infer<typeof themesSchema>[number];

export const topicsSchema = z.array(z.strictObject({ id: idSchema, title: z.string().min(2) })).min(1);
export type Topic = z.infer<typeof topicsSchema>[number];

export const coverageSchema = z
  .array(
    z.strictObject({
      list: idSchema,
      title: z.string().min(3).describe('What the list is, for people.'),
      items: z
        .array(
          z
            .strictObject({
              item: z.string().min(2).max(160).describe('A line of the list, or a demand of a text in its own words.'),
              topics: z.array(idSchema).min(1).optional().describe('Ids from content/topics.yaml that teach it.'),
              outOfScope: z.string().min(20).optional().describe('One sentence why it is not taught.'),
            })
            .refine((line) => (line.topics === undefined) !== (line.outOfScope === undefined), {
              message: 'has to have either topics or outOfScope',
            }),
        )
        .min(1),
    }),
  )
  .min(1);
export type CoverageList = z.infer<typeof coverageSchema>[number];
