/** Writes everything as 32 characters of 0 and 1; a network then contains what begins with it. */
function bits(address: string) {
  if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(address)) throw new RangeError('not an address: ' + address);
  return address
    .split('.')
    .map((octet) => {
      if (Number(octet) > 255 || String(Number(octet)) !== octet) throw new RangeError('not an octet: ' + octet);
      return Number(octet).toString(2).padStart(8, '0');
    })
    .join('');
}

export function route(table: { network: string; via: string }[], address: string) {
  const target = bits(address);
  const prefixes = table.map(({ network, via }) => {
    const match = /^([^/]+)\/(0|[1-9]\d?)$/.exec(network);
    if (!match || Number(match[2]) > 32) throw new RangeError('not a network: ' + network);
    const all = bits(match[1]!);
    const prefix = all.slice(0, Number(match[2]));
    if (all.slice(prefix.length).includes('1')) throw new RangeError('host bits: ' + network);
    return { prefix, via };
  });
  const fitting = prefixes.filter(({ prefix }) => target.startsWith(prefix));
  fitting.sort((a, b) => b.prefix.length - a.prefix.length);
  return fitting.length > 0 ? fitting[0]!.via : null;
}
