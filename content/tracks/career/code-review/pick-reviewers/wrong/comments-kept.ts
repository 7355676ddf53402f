// caught by: what follows a # is a comment
type Review = { reviewers: string[]; alone: string[] };
type Line = { pattern: string; names: string[] };

export function pickReviewers(owners: string, files: string[], author: string): Review {
  const lines = read(owners);
  const reviewers = new Set<string>();
  const alone: string[] = [];
  for (const file of files) {
    const deciding = lines.findLast(({ pattern }) => fits(pattern, file));
    const others = (deciding?.names ?? []).filter((name) => name !== author);
    if (others.length === 0) alone.push(file);
    for (const name of others) reviewers.add(name);
  }
  return { reviewers: [...reviewers].sort(), alone };
}

function read(owners: string): Line[] {
  return owners.split('\n').flatMap((line) => {
    const [pattern, ...names] = (line.startsWith('#') ? '' : line).split(/\s+/).filter(Boolean);
    return pattern === undefined ? [] : [{ pattern, names }];
  });
}

function fits(pattern: string, file: string): boolean {
  // With a slash in front, the beginning of a path looks like the beginning of any name in it.
  const path = `/${file}`;
  if (pattern === '*') return true;
  if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1));
  if (!pattern.startsWith('/')) return path.includes(`/${pattern}`);
  return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern;
}
