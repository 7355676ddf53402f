import type { SearchDocument } from '#lib/search';
import { plural } from './labels.tsx';
import type { Me } from './me.tsx';
import type { ThemeChoice } from './theme-toggle.tsx';

/** What the palette can do besides finding. `words` are further names by which it is found. */
export type Command = {
  id: string;
  group: 'Continue' | 'Go to' | 'Settings' | 'Account';
  label: string;
  words: string;
  does:
    | { kind: 'go'; path: string }
    | { kind: 'theme'; choice: ThemeChoice }
    | { kind: 'single-keys'; on: boolean }
    | { kind: 'sign-out' };
};

type KnownMe = Pick<Me, 'learner' | 'lastVisited' | 'due'>;
type Known = { me: KnownMe | null; documents: SearchDocument[]; singleKeys: boolean };

/** Until it is known who is there, nothing is offered that depends on it. */
export function paletteCommands({ me, documents, singleKeys }: Known): Command[] {
  return [...continuing(me, documents), ...places, ...settings(singleKeys), ...accountCommands(me)];
}

/** Those of which every word of the query begins a word; all of them for an empty query. */
export function matchingCommands(commands: Command[], query: string): Command[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, words }) => {
    const names = `${label} ${words}`.toLowerCase().split(/[\s:]+/);
    return wanted.every((word) => names.some((name) => name.startsWith(word)));
  });
}

const go = (id: string, label: string, path: string, words = ''): Command => ({
  ...{ id, group: 'Go to', label, words },
  does: { kind: 'go', path },
});

const places = [
  go('learn', 'Learn: all lessons', '/learn', 'list tracks'),
  go('map', 'Learn: the map', '/learn?view=map', 'roadmap graph prerequisites'),
  go('practice', 'Practice: all exercises', '/practice', 'list'),
  go('interview', 'Prepare for interviews', '/interview', 'preparation mock job'),
  go('questions', 'Question bank', '/interview/questions', 'interview answers technical behavioural'),
  go('mocks', 'Mock interviews', '/interview/mocks', 'rehearse timer loop coding behavioural'),
  go('stories', 'Your stories', '/interview/stories', 'story star rehearse behavioural situation task action result'),
  go('posting', 'Read a job posting', '/interview/posting', 'description skills gaps'),
  go('progress', 'Progress', '/progress', 'streak next calendar'),
  go('review', 'Review: what is due', '/review', 'cards repetition spaced today'),
  go('readiness', 'Readiness report', '/progress/readiness', 'junior mid senior level'),
  go('plan', 'Plan: I have N days', '/progress/plan', 'goal interview dated schedule'),
  go('history', 'Submissions', '/progress/history', 'history code verdicts'),
  go('placement', 'Find your starting point', '/placement', 'level test newcomer begin'),
  go('data', 'Your data: export, import, delete', '/account/data', 'download backup gdpr privacy'),
  go('home', 'Start page', '/', 'home'),
];

function settings(singleKeys: boolean): Command[] {
  const theme = (choice: ThemeChoice, label: string, words: string): Command => ({
    ...{ id: `theme-${choice}`, group: 'Settings', label, words: `theme colours mode switch ${words}` },
    does: { kind: 'theme', choice },
  });
  return [
    theme('light', 'Light theme', 'day'),
    theme('dark', 'Dark theme', 'night'),
    theme('system', 'Theme of the system', 'follow auto'),
    {
      ...{ id: 'single-keys', group: 'Settings', words: 'shortcuts keyboard slash' },
      label: singleKeys ? 'Switch off the keys / and ?' : 'Switch on the keys / and ?',
      does: { kind: 'single-keys', on: !singleKeys },
    },
  ];
}

function accountCommands(me: KnownMe | null): Command[] {
  if (!me) return [];
  const account = (id: string, label: string, words: string, does: Command['does']): Command => ({
    ...{ id, group: 'Account', label, words, does },
  });
  if (me.learner.kind !== 'account') {
    return [
      account('sign-in', 'Sign in', 'log in login account', { kind: 'go', path: '/account/sign-in' }),
      account('sign-up', 'Create an account', 'sign up register', { kind: 'go', path: '/account/sign-up' }),
    ];
  }
  const operator = account('operator', 'Operator', 'health learners load reports', { kind: 'go', path: '/operator' });
  return [
    ...(me.learner.owner ? [operator] : []),
    account('account', 'Account', 'password sessions profile export delete', { kind: 'go', path: '/account' }),
    account('sign-out', 'Sign out', 'log out logout leave', { kind: 'sign-out' }),
  ];
}

function continuing(me: KnownMe | null, documents: SearchDocument[]): Command[] {
  const due: Command[] =
    me && me.due > 0
      ? [
          {
            ...{
              id: 'due',
              group: 'Continue',
              words: 'review cards today',
              label: `Review ${plural(me.due, 'card')} due`,
            },
            does: { kind: 'go', path: '/review' },
          },
        ]
      : [];
  const last = me?.lastVisited;
  const document = last && documents.find(({ kind, id }) => kind === last.kind && id === last.id);
  if (!document) return due;
  return [
    {
      ...{ id: 'continue', group: 'Continue', words: 'continue resume last next back' },
      label: `Where you left off: ${document.title}`,
      does: { kind: 'go', path: document.path },
    },
    ...due,
  ];
}
