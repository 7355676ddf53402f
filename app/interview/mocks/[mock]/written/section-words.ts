import { sectionCharsMax, type AnswerForm, type AnswerSection } from '#lib/mock';

export type SectionWords = { label: string; prompt: string };

/** What a part of a written answer is called, and in one line what belongs there. */
export function sectionWords(form: AnswerForm, section: AnswerSection): SectionWords {
  return (form === 'api' ? { ...words, ...apiWords } : words)[section];
}

/** For a field that cuts what is pasted, which a browser does without a word. Empty below the bound. */
export function cutWords(text: string): string {
  if (text.length < sectionCharsMax) return '';
  return `Cut at ${sectionCharsMax.toLocaleString('en')} characters: what goes beyond is not kept.`;
}

/** A star has nothing to draw, and a short answer no room for it. */
export const hasDiagram = (form: AnswerForm): boolean => form === 'design' || form === 'api';

/** What the diagram of a form begins with once it is asked for. */
export const diagramStarters = {
  design: 'flowchart LR\n  client[Client] --> api[API]\n  api --> db[(Database)]\n',
  api: 'sequenceDiagram\n  Client->>API: POST /orders\n  API-->>Client: 201 Created\n',
} as const;

const words: Record<AnswerSection, SectionWords> = {
  requirements: {
    label: 'Requirements',
    prompt:
      'Who does what with it, what is out of scope, and which qualities matter: latency, consistency, availability.',
  },
  estimates: {
    label: 'Estimates',
    prompt: 'Users, requests per second at the peak, bytes stored and moved; the arithmetic, not only its result.',
  },
  interface: {
    label: 'Interface',
    prompt: 'The few calls that carry the requirements: method and path, what goes in, what comes back, which errors.',
  },
  data: {
    label: 'Data',
    prompt: 'Entities and their keys, which store holds them, and the index behind each query that has to be quick.',
  },
  architecture: {
    label: 'Architecture',
    prompt: 'The way of a read and of a write through your components, and why each component is there.',
  },
  risks: {
    label: 'Risks',
    prompt: 'What breaks first, what happens then, what you traded away, and what you would measure.',
  },
  situation: { label: 'Situation', prompt: 'Where and when, in two sentences: only what the rest needs.' },
  task: { label: 'Task', prompt: 'What was yours to achieve, and what made it hard.' },
  action: {
    label: 'Action',
    prompt: 'What you did yourself, step by step, and why that and nothing else. Most of the answer.',
  },
  result: { label: 'Result', prompt: 'What came of it, in figures where you have them, and what you learned.' },
  answer: {
    label: 'Answer',
    prompt: 'The answer in the first sentence, then the reason, an example, and where it stops being true.',
  },
};

const apiWords = {
  requirements: {
    label: 'Requirements',
    prompt: 'Who calls it and for what, which calls may be repeated, and how it will grow.',
  },
  interface: {
    label: 'Interface',
    prompt: 'Each call: method, path, body, status codes, errors, paging, and who may make it.',
  },
  data: {
    label: 'Data',
    prompt: 'Resources, their fields and ids, how they relate, and what the representation leaves out.',
  },
  risks: {
    label: 'Risks',
    prompt: 'Retries, races, versions and limits: what goes wrong between client and server, and your answer to it.',
  },
} satisfies Partial<Record<AnswerSection, SectionWords>>;
