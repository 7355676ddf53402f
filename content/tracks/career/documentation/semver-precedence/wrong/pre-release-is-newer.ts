// caught by: orders the example of the specification
type Order = -1 | 0 | 1;
type Version = { core: string[]; preRelease: string[] };

export function compareVersions(a: string, b: string): Order {
  const [left, right] = [parse(a), parse(b)];
  return (
    compareLists(left.core, right.core) ||
    compareText(hasPreRelease(left), hasPreRelease(right)) ||
    compareLists(left.preRelease, right.preRelease)
  );
}

const number = '(?:0|[1-9][0-9]*)';
const identifier = `(?:${number}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(
  `^(${number}\\.${number}\\.${number})(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

function parse(version: string): Version {
  const [, core, preRelease] = pattern.exec(version) ?? [];
  if (core === undefined) throw new Error(`No semantic version: ${version}`);
  return { core: core.split('.'), preRelease: preRelease?.split('.') ?? [] };
}

const hasPreRelease = ({ preRelease }: Version): string => (preRelease.length > 0 ? 'yes' : 'no');

function compareLists(a: string[], b: string[]): Order {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  return a.length < b.length ? -1 : 0;
}

function compareIdentifiers(a: string, b: string): Order {
  const [leftIsNumber, rightIsNumber] = [a, b].map((text) => /^[0-9]+$/.test(text));
  if (leftIsNumber && rightIsNumber && a.length !== b.length) return a.length < b.length ? -1 : 1;
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
  return compareText(a, b);
}

function compareText(a: string, b: string): Order {
  return a < b ? -1 : a > b ? 1 : 0;
}
