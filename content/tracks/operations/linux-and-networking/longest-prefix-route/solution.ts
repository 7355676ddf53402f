export type Route = { network: string; via: string };

/** A whole number without leading zeros. */
function readNumber(text: string, max: number): number {
  const value = /^(0|[1-9][0-9]{0,2})$/.test(text) ? Number(text) : Infinity;
  if (value > max) throw new Error(`${JSON.stringify(text)} is no number from 0 to ${max}`);
  return value;
}

function readAddress(text: string): number {
  const parts = text.split('.');
  if (parts.length !== 4) throw new Error(`${JSON.stringify(text)} is no IPv4 address`);
  return parts.reduce((value, part) => value * 256 + readNumber(part, 255), 0);
}

function readNetwork(text: string) {
  const parts = text.split('/');
  if (parts.length !== 2) throw new Error(`${JSON.stringify(text)} is no network`);
  const [first, length] = [readAddress(parts[0]!), readNumber(parts[1]!, 32)];
  const size = 2 ** (32 - length);
  if (first % size !== 0) throw new Error(`${text} has bits after its prefix`);
  return { first, length, size };
}

export function route(table: Route[], address: string): string | null {
  const wanted = readAddress(address);
  let best: { length: number; via: string } | null = null;
  for (const { network, via } of table) {
    const { first, length, size } = readNetwork(network);
    const contains = first <= wanted && wanted < first + size;
    if (contains && (best === null || length > best.length)) best = { length, via };
  }
  return best && best.via;
}
