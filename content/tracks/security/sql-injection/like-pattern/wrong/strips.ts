// caught by: an underscore in the term stands for itself
export const containsPattern = (term: string) =>
  `%${term
    .replace(/%/g, '\\%')
    .replace(/\\(?!%)/g, '\\\\')
    .replace(/_/g, '')}%`;
