// caught by: a backslash in the term stands for itself
export const containsPattern = (term: string) => `%${term.replace(/[%_]/g, '\\$&')}%`;
