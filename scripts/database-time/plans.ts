/** A step that reads a whole table, or a whole index of it, however many learners have rows there. */
export function isFullRead(step: string): boolean {
  return /^SCAN (?!json_each\b|\(|CONSTANT ROW)/.test(step);
}

/** The steps of some plans in a few words, each once: `submissions by submissions_learner_newest; sorts`. */
export function plansInWords(plans: readonly (readonly string[])[]): string {
  const words = plans.flat().flatMap((step) => {
    const [, table, index] = /^SEARCH (\w+) USING (?:COVERING )?(?:INDEX (\w+)|INTEGER PRIMARY KEY)/.exec(step) ?? [];
    if (table) return [`${table} by ${indexInWords(index)}`];
    if (isFullRead(step)) return [`ALL OF ${step.replace(/^SCAN (\w+).*$/, '$1')}`];
    return /TEMP B-TREE/.test(step) ? ['sorts'] : [];
  });
  return [...new Set(words)].join('; ');
}

/** `sqlite_autoindex_progress_1` is the primary key, or a column that is unique. */
function indexInWords(index: string | undefined): string {
  return index === undefined ? 'rowid' : index.startsWith('sqlite_autoindex') ? 'key' : index;
}
