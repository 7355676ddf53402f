// caught by: the last line that fits decides alone
type Review = { reviewers: string[]; alone: string[] };

export function pickReviewers(owners: string, files: string[], author: string): Review {
  const lines = owners
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter(([pattern]) => pattern);
  const reviewers = new Set<string>();
  const alone: string[] = [];
  for (const file of files) {
    let seen = false;
    for (const [pattern, ...names] of lines) {
      if (!fits(pattern!, `/${file}`)) continue;
      for (const name of names) {
        if (name === author) continue;
        reviewers.add(name);
        seen = true;
      }
    }
    if (!seen) alone.push(file);
  }
  return { reviewers: [...reviewers].sort(), alone };
}

function fits(pattern: string, path: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1));
  if (!pattern.startsWith('/')) return path.includes(`/${pattern}`);
  return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern;
}
