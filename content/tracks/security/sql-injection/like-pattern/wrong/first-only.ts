// caught by: escapes every occurrence, not only the first
export const containsPattern = (term: string) =>
  `%${term.replace('\\', '\\\\').replace('%', '\\%').replace('_', '\\_')}%`;
