/** The interface's words for what front matter says in ids. */

export const levelLabels = { junior: 'Junior', mid: 'Mid', senior: 'Senior' } as const;
export type Level = keyof typeof levelLabels;

export const skillLabels = {
  career: 'Career',
  programming: 'Programming',
  'data-structures': 'Data structures',
  databases: 'Databases',
  apis: 'APIs',
  security: 'Security',
  'system-design': 'System design',
  operations: 'Operations',
  testing: 'Testing',
} as const;
export type Skill = keyof typeof skillLabels;

export const kindLabels = {
  code: 'Code',
  http: 'HTTP service',
  sql: 'SQL',
  lab: 'Security lab',
  tests: 'Write tests',
  review: 'Code review',
  quiz: 'Quiz',
  write: 'Writing',
} as const;
export type Kind = keyof typeof kindLabels;

export const questionKindLabels = {
  technical: 'Technical',
  'system-design': 'System design',
  behavioural: 'Behavioural',
} as const;

export const languageLabels = { typescript: 'TypeScript', python: 'Python', sql: 'SQL' } as const;

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** 95 minutes read as "1 h 35 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
