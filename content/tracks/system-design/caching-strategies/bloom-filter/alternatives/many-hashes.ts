/** A hash of its own for each place, and the bits in words of 32. */
class Bloom {
  bits: number;
  hashes: number;
  words: Uint32Array;
  constructor(items: number, errorRate: number) {
    this.bits = Math.ceil(-(items * Math.log(errorRate)) / (Math.log(2) * Math.log(2)));
    this.hashes = Math.round((this.bits / items) * Math.log(2)) || 1;
    this.words = new Uint32Array(Math.ceil(this.bits / 32));
  }
  *places(key: string) {
    for (let n = 1; n <= this.hashes; n++) {
      let h = Math.imul(n, 0x9e3779b1) | 0;
      for (const character of key) {
        h = Math.imul(h ^ character.codePointAt(0)!, 0xcc9e2d51);
        h = (h << 15) | (h >>> 17);
        h = (Math.imul(h, 5) + 0xe6546b64) | 0;
      }
      h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
      yield ((h ^ (h >>> 16)) >>> 0) % this.bits;
    }
  }
  add(key: string) {
    for (const place of this.places(key)) this.words[place >>> 5]! |= 1 << (place & 31);
  }
  has(key: string) {
    for (const place of this.places(key)) if (!((this.words[place >>> 5]! >>> (place & 31)) & 1)) return false;
    return true;
  }
  save() {
    let text = '';
    for (let i = 0; i < Math.ceil(this.bits / 8); i++) {
      text += ((this.words[i >> 2]! >>> (8 * (i & 3))) & 255).toString(16).padStart(2, '0');
    }
    return text;
  }
}

export const createFilter = (items: number, errorRate: number) => new Bloom(items, errorRate);

export function loadFilter(saved: string, items: number, errorRate: number) {
  const bloom = new Bloom(items, errorRate);
  saved.match(/../g)?.forEach((byte, i) => (bloom.words[i >> 2]! |= parseInt(byte, 16) << (8 * (i & 3))));
  return bloom;
}
