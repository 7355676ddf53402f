import type { Recipe } from '../sql/databases.ts';
import type { OpenDatabase } from '../sql/open-database.ts';
import type { OpenDatabaseOf } from './outside.ts';
import { isRestorable, withPristineCopy } from './pristine.ts';

/**
 * Opens the first database of a submission before anybody's time is counted: the server may still have to start, and a
 * template to be built, which takes seconds on a busy machine. Whoever opens one first gets it.
 */
export async function withFirstDatabase(
  openDatabase: OpenDatabaseOf,
  recipe: Recipe | undefined,
  signal: AbortSignal,
): Promise<{ openDatabase: OpenDatabaseOf; close: () => void }> {
  if (recipe === undefined) return { openDatabase, close: () => undefined };
  const wanted = isRestorable(recipe) ? withPristineCopy(recipe) : recipe;
  let first: OpenDatabase | undefined = await openDatabase(wanted, signal);
  return {
    openDatabase: async (asked, askedSignal) => {
      if (first === undefined || asked.schema !== wanted.schema || asked.data !== wanted.data) {
        return openDatabase(asked, askedSignal);
      }
      const taken = first;
      first = undefined;
      return taken;
    },
    close: () => void first?.release(),
  };
}
