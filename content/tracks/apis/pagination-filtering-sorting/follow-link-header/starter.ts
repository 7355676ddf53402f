export function linkTarget(header: string, rel: string): string | null {
  for (const link of header.split(',')) {
    const [target = '', parameter = ''] = link.split(';');
    if (parameter.trim() === `rel=${rel}`) return target.trim();
  }
  return null;
}
