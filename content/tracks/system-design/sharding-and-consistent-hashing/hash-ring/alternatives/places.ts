/** A map from place to the sorted names of those who have a point there, and the sorted places in a typed array. */
export function createRing(hash: (text: string) => number, pointsPerNode: number) {
  const weights = new Map<string, number>();
  let owners = new Map<number, string[]>();
  let places = new Float64Array(0);

  function build() {
    owners = new Map();
    for (const name of [...weights.keys()].sort()) {
      for (let i = 0; i < weights.get(name)! * pointsPerNode; i++) {
        const place = hash(`${i}:${name}`);
        const list = owners.get(place);
        if (!list) owners.set(place, [name]);
        else if (list.at(-1) !== name) list.push(name);
      }
    }
    places = Float64Array.from(owners.keys()).sort();
  }

  function* walk(key: string) {
    const at = hash(key);
    let step = places.length;
    let start = 0;
    for (; step > 0; step >>= 1) {
      while (start + step <= places.length && places[start + step - 1]! < at) start += step;
    }
    for (let i = 0; i < places.length; i++) yield* owners.get(places[(start + i) % places.length]!)!;
  }

  return {
    add(node: string, weight = 1) {
      weights.set(node, weight);
      build();
    },
    remove(node: string) {
      weights.delete(node);
      build();
    },
    nodeFor(key: string) {
      for (const node of walk(key)) return node;
      return null;
    },
    nodesFor(key: string, count: number) {
      const list: string[] = [];
      for (const node of walk(key)) {
        if (list.length >= Math.min(count, weights.size)) break;
        if (!list.includes(node)) list.push(node);
      }
      return list;
    },
  };
}
