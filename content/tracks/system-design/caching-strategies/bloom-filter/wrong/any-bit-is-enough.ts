// caught by: affirms strangers about as often as it may
/** FNV-1a over the characters, and the last steps of MurmurHash3, which mix the bits. */
function hash(text: string, seed: number) {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function filterOf(bytes: Uint8Array, bits: number, hashes: number) {
  function placesOf(key: string) {
    const a = hash(key, 0);
    const b = hash(key, 0x9747b28c) | 1;
    return Array.from({ length: hashes }, (_, i) => (a + i * (b >>> 0)) % bits);
  }
  return {
    bits,
    hashes,
    add(key: string) {
      for (const place of placesOf(key)) bytes[place >> 3]! |= 1 << (place & 7);
    },
    has: (key: string) => placesOf(key).some((place) => (bytes[place >> 3]! & (1 << (place & 7))) !== 0),
    save: () => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

function sizeFor(items: number, errorRate: number) {
  const bits = Math.ceil((-items * Math.log(errorRate)) / Math.LN2 ** 2);
  return { bits, hashes: Math.max(1, Math.round((bits / items) * Math.LN2)) };
}

export function createFilter(items: number, errorRate: number) {
  const { bits, hashes } = sizeFor(items, errorRate);
  return filterOf(new Uint8Array(Math.ceil(bits / 8)), bits, hashes);
}

export function loadFilter(saved: string, items: number, errorRate: number) {
  const { bits, hashes } = sizeFor(items, errorRate);
  const bytes = Uint8Array.from({ length: saved.length / 2 }, (_, i) =>
    Number.parseInt(saved.slice(2 * i, 2 * i + 2), 16),
  );
  return filterOf(bytes, bits, hashes);
}
