/** Each pattern becomes a regular expression; every fitting line overwrites what an earlier one said. */
export function pickReviewers(owners: string, files: string[], author: string) {
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const toRegExp = (pattern: string) => {
    if (pattern === '*') return /^/;
    if (pattern.startsWith('*.')) return new RegExp(`${escape(pattern.slice(1))}$`);
    const body = escape(pattern.replace(/^\//, ''));
    const begin = pattern.startsWith('/') ? '^' : '(^|/)';
    return new RegExp(`${begin}${body}${pattern.endsWith('/') ? '.' : '$'}`);
  };
  const asked = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const raw of owners.split(/\r?\n/)) {
    const words = raw
      .split('#')[0]!
      .trim()
      .split(/[ \t]+/);
    const pattern = words.shift();
    if (!pattern) continue;
    const expression = toRegExp(pattern);
    for (const file of files) if (expression.test(file)) asked.set(file, words);
  }
  const reviewers = [...asked.values()].flat().filter((name) => name !== author);
  return {
    alone: files.filter((file) => asked.get(file)!.every((name) => name === author)),
    reviewers: reviewers.filter((name, index) => reviewers.indexOf(name) === index).sort(),
  };
}
