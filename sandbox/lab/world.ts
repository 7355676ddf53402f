import { exerciseFault } from '../faults.ts';
import { createService, type Channel, type Service } from '../http/fixtures.ts';
import { createOutside, type Outside, type OutsideOptions } from '../http/outside.ts';
import type { Subject } from '../javascript/protocol.ts';
import { seededRandom } from '../random.ts';
import { freshSecret, type Given, type Proof } from './proof.ts';

/** The world of a lab: each exploit and each test finds it as new, with a secret that was never used before. */
export type LabWorld = {
  outside: Outside;
  begin: () => Promise<void>;
  given: () => Given;
  /** What a test may know of it. */
  planted: () => Record<string, unknown>;
  succeeded: (answer: unknown) => Promise<boolean>;
  /** Who answers the requests of the exploit that runs. */
  onRequest: (listener: (payload: string) => Promise<string>) => void;
};

export function createLabWorld(options: Omit<OutsideOptions, 'lab'>, proof: Proof, seed: number): LabWorld {
  let secret = freshSecret();
  let given: Given = {};
  let onRequest = async (_payload: string): Promise<string> =>
    JSON.stringify({ error: { message: 'No exploit runs.' } });
  const eyes = (subject: Subject): Service => createService(outside, quietChannel(subject)).service;

  const plant = async (subject: Subject): Promise<void> => {
    const { db, files, upstream } = eyes(subject);
    const told =
      (await inProof('plant', () => proof.plant({ db, files, upstream, secret, random: seededRandom(seed) }))) ?? {};
    if (JSON.stringify(told).includes(secret)) {
      throw exerciseFault('proof.ts: plant returns the secret itself, and what it returns is told to the exploit.');
    }
    if (subject === 'submission') given = told;
  };
  const outside = createOutside({ ...options, lab: { plant, request: (payload) => onRequest(payload) } });
  return {
    outside,
    begin: async () => {
      secret = freshSecret();
      given = {};
      await outside.prepare('submission');
    },
    given: () => given,
    planted: () => ({ ...given, secret }),
    succeeded: async (answer) => {
      const { db, files, mail, upstream } = eyes('submission');
      const after = { db, files, mail, upstream, secret, given, answer };
      return (await inProof('succeeded', () => proof.succeeded(after), false)) === true;
    },
    onRequest: (listener) => void (onRequest = listener),
  };
}

/**
 * What an exploit returns may have any shape: reading `answer.orders[0].id` of something else is no fault of the
 * exercise's, and no success. `otherwise` stands for that.
 */
async function inProof<Value>(part: string, run: () => Value, otherwise?: Awaited<Value>): Promise<Awaited<Value>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof TypeError && otherwise !== undefined) return otherwise;
    const { message } = error as Error;
    throw exerciseFault(`proof.ts: ${part} threw ${String(message)}`, error);
  }
}

/** For what needs no request: the database, the files, the other services. */
function quietChannel(subject: Subject): Channel {
  const never = (): never => {
    throw exerciseFault('proof.ts sends no request; the exploit does.');
  };
  return { subject, send: never, advance: never, fault: never, note: () => undefined, saw: () => undefined };
}
