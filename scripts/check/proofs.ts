import { openBuildCache } from '#content/build-cache';
import { ContentError } from '#content/content-error';

export type Proofs = {
  /** Returns the problems that `work` finds; [] without running it when the same `input` had none before. */
  prove: (at: string, input: unknown, work: () => Promise<ContentError[]>) => Promise<ContentError[]>;
  remembered: () => number;
};

/** Remembers what was proved, and never what failed: the author is about to change that, or the machine was busy. */
export function openProofs(folder: string, version: string): Proofs {
  const cache = openBuildCache(folder, version);
  cache.sweep();
  return {
    async prove(at, input, work) {
      try {
        await cache.getOrMake('proof', input, async () => {
          const problems = await work();
          if (problems.length > 0) throw new Unproved(problems);
          return true;
        });
        return [];
      } catch (error) {
        if (error instanceof Unproved) return error.problems;
        const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
        return [
          new ContentError(at, `cannot be graded: ${reason}`, 'Correct what it names and check again', {
            cause: error,
          }),
        ];
      }
    },
    remembered: () => cache.hits,
  };
}

class Unproved extends Error {
  readonly problems: ContentError[];

  constructor(problems: ContentError[]) {
    super('unproved');
    this.problems = problems;
  }
}
