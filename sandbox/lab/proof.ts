import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import { transform } from 'sucrase';
import { exerciseFault } from '../faults.ts';
import type { Service } from '../http/fixtures.ts';
import type { Random } from '../random.ts';

/** What the attacker is told: an account of their own, the id of somebody else's order. Never the secret. */
export type Given = Record<string, unknown>;

type World = Pick<Service, 'db' | 'files' | 'upstream'> & { secret: string };

/** Decides from outside whether an exploit got what it was after; `proof.ts` of a lab. */
export type Proof = {
  /** Completes "Your exploit ran, and did not get …". */
  wants: string;
  /** Puts the secret where nobody but its owner should reach it, in the world of each exploit and of each test. */
  plant: (world: World & { random: Random }) => Given | undefined | Promise<Given | undefined>;
  /** `answer` is what the exploit returned; the rest is the world as it left it. */
  succeeded: (after: World & Pick<Service, 'mail'> & { answer: unknown; given: Given }) => boolean | Promise<boolean>;
};

type Run = (proof: (given: Proof) => void) => void;
const compiled = new Map<string, Run>();
const compiledMax = 200;

/** Reads `proof.ts`. Throws an exercise fault that says what is wrong with it. */
export function openProof(source: string): Proof {
  let found: Proof | undefined;
  const take = (given: Proof): void => {
    if (found !== undefined) throw exerciseFault('proof.ts calls proof() twice; a lab has one goal.');
    found = given;
  };
  try {
    compile(source)(take);
  } catch (error) {
    throw exerciseFault(`proof.ts cannot be read: ${String(error)}. It has no imports and calls proof({ … }).`, error);
  }
  const { wants, plant, succeeded } = found ?? {};
  if (typeof wants !== 'string' || typeof plant !== 'function' || typeof succeeded !== 'function') {
    throw exerciseFault('proof.ts has to call proof({ wants, plant, succeeded }).');
  }
  return { wants, plant, succeeded };
}

/** Sixteen hexadecimal digits, new for each run: short enough to be read digit by digit, too long to be guessed. */
export const freshSecret = (): string => randomBytes(8).toString('hex');

function compile(source: string): Run {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: 'proof.ts' });
  const made = vm.compileFunction(code, ['proof'], { filename: 'proof.ts' }) as Run;
  compiled.set(source, made);
  if (compiled.size > compiledMax) compiled.delete(compiled.keys().next().value as string);
  return made;
}
