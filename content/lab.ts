import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './content-error.ts';
import { readNeeded } from './database.ts';
import { filesIn } from './folders.ts';

/** An attack that comes with a lab. */
export type Exploit = {
  /** Its file in `exploits/`. */
  name: string;
  source: string;
  /** Hidden ones are tried on submit alone. */
  hidden: boolean;
  /** What it does, told once it has worked on a learner's patch. */
  title: string;
};

export type Lab = {
  /** The vulnerable service, with which the learner's patch begins. */
  service: string;
  /** Source of `proof.ts`, which decides whether an exploit got what it was after. */
  proof: string;
  /** The visible ones first; the first of all is the reference. */
  exploits: Exploit[];
};

export function readLab(folder: string): Lab {
  return {
    service: readNeeded(path.join(folder, 'service.ts'), 'Write the vulnerable service into it'),
    proof: readNeeded(path.join(folder, 'proof.ts'), 'Call proof({ wants, plant, succeeded }) in it'),
    exploits: readExploits(path.join(folder, 'exploits')),
  };
}

/** The names of a lab's results; the results page groups them by how they begin. */
export function labNames({ exploits }: Lab) {
  return {
    exploit: 'exploit: works on the vulnerable service',
    own: 'patch: stops your own exploit',
    variant: ({ name }: Exploit): string =>
      `patch: stops variant ${exploits.findIndex((one) => one.name === name) + 1}`,
    test: (name: string): string => `works: ${name}`,
  };
}

/** As `labNames`, in the order in which results are reported. */
export function labResultNames(lab: Lab, tests: { visible: string[]; hidden: string[] }) {
  const names = labNames(lab);
  const variants = (wanted: boolean) => lab.exploits.filter(({ hidden }) => hidden === wanted).map(names.variant);
  return {
    visible: [names.exploit, names.own, ...variants(false), ...tests.visible.map(names.test)],
    hidden: [...variants(true), ...tests.hidden.map(names.test)],
  };
}

/** In the order of their files, visible ones first. */
function readExploits(folder: string): Exploit[] {
  const all = filesIn(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name): Exploit => {
      const file = path.join(folder, name);
      const source = readFileSync(file, 'utf8');
      const head = source.split('\n').slice(0, 2);
      const title = /^\/\/ title: (.+?)\.?\s*$/.exec(head[0] ?? '')?.[1];
      if (title === undefined) {
        throw new ContentError(file, 'has no title', 'Begin it with the line "// title: <what the attack does>"');
      }
      return { name, source, title, hidden: /^\/\/ hidden\s*$/.test(head[1] ?? '') };
    });
  return [...all.filter(({ hidden }) => !hidden), ...all.filter(({ hidden }) => hidden)];
}
