// caught by: finds the targets of the example
export function linkTarget(header: string, rel: string): string | null {
  for (const link of header.split(',')) {
    const [target = '', ...parameters] = link.split(';').map((part) => part.trim());
    const value = parameters.find((parameter) => /^rel\s*=/i.test(parameter))?.replace(/^rel\s*=\s*"?|"$/gi, '');
    if (value?.toLowerCase().split(' ').includes(rel.toLowerCase())) return target.slice(1, -1);
  }
  return null;
}
