// caught by: keeps to both rules of movement when points coincide
export function createRing(hash: (text: string) => number, pointsPerNode: number) {
  const owners = new Map<number, string>();
  const weights = new Map<string, number>();
  let places: number[] = [];
  const each = (node: string, act: (place: number) => void) => {
    for (let i = 0; i < weights.get(node)! * pointsPerNode; i++) act(hash(`${node}-${i}`));
    places = [...owners.keys()].sort((a, b) => a - b);
  };
  function remove(node: string) {
    if (!weights.has(node)) return;
    each(node, (place) => owners.delete(place));
    weights.delete(node);
  }
  function add(node: string, weight = 1) {
    remove(node);
    weights.set(node, weight);
    each(node, (place) => owners.set(place, node));
  }
  function nodesFor(key: string, count: number) {
    const at = hash(key);
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < at) low = middle + 1;
      else high = middle;
    }
    const found = new Set<string>();
    for (let i = 0; i < places.length && found.size < count; i++) {
      found.add(owners.get(places[(low + i) % places.length]!)!);
    }
    return [...found];
  }
  return { add, remove, nodesFor, nodeFor: (key: string) => nodesFor(key, 1)[0] ?? null };
}
