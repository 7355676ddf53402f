// caught by: a percent sign in the term stands for itself
export const containsPattern = (term: string) =>
  `%${term.replaceAll('%', '\\%').replaceAll('_', '\\_').replaceAll('\\', '\\\\')}%`;
