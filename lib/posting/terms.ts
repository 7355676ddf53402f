/** One thing that a job posting may ask for, as the content build writes it. */
export type Term = {
  id: string;
  name: string;
  group: TermGroup;
  /** Null for what no skill stands for, such as a degree. */
  skill: string | null;
  spellings: Spelling[];
  /** Ids of lessons that teach it, in teaching order. */
  lessons: string[];
  /** Of lessons that carry over, where it is not taught. */
  near: string[];
};

/** `never` is a phrase that only looks like the term. */
export type Spelling = { text: string; kind: 'plain' | 'exact' | 'ambiguous' | 'never' };

export const termGroups = [
  'languages',
  'frameworks',
  'databases',
  'brokers',
  'apis',
  'security',
  'architecture',
  'craft',
  'testing',
  'clouds',
  'containers',
  'delivery',
  'operations',
  'process',
  'soft-skills',
] as const;
export type TermGroup = (typeof termGroups)[number];

export const groupLabels: Record<TermGroup, string> = {
  languages: 'Languages',
  frameworks: 'Frameworks',
  databases: 'Databases',
  brokers: 'Queues and streams',
  apis: 'APIs',
  security: 'Security',
  architecture: 'Architecture',
  craft: 'Craft',
  testing: 'Testing',
  clouds: 'Clouds',
  containers: 'Containers and servers',
  delivery: 'Delivery',
  operations: 'Operations',
  process: 'Process',
  'soft-skills': 'People',
};
