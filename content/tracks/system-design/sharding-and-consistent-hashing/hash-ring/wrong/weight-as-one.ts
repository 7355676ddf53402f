// caught by: gives a node of weight 3 three times as much, and follows a change of weight
type Point = { at: number; node: string };

export function createRing(hash: (text: string) => number, pointsPerNode: number) {
  let points: Point[] = [];
  const nodes = new Set<string>();

  /** The place of the first point at or after `at`; the ring goes on at its beginning. */
  function firstFrom(at: number) {
    let low = 0;
    let high = points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[middle]!.at < at) low = middle + 1;
      else high = middle;
    }
    return low % points.length;
  }

  function remove(node: string) {
    if (!nodes.delete(node)) return;
    points = points.filter((point) => point.node !== node);
  }

  function add(node: string, weight = 1) {
    remove(node);
    nodes.add(node);
    for (let i = 0; i < pointsPerNode; i++) points.push({ at: hash(`${node}\n${i}`), node });
    // Points at the same place are ordered by name, so that the ring does not depend on who came first.
    points.sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : a.node > b.node ? 1 : 0));
  }

  function nodesFor(key: string, count: number) {
    const found = new Set<string>();
    const wanted = Math.min(count, nodes.size);
    if (wanted <= 0) return [];
    for (let i = firstFrom(hash(key)); found.size < wanted; i = (i + 1) % points.length) found.add(points[i]!.node);
    return [...found];
  }

  return { add, remove, nodesFor, nodeFor: (key: string) => nodesFor(key, 1)[0] ?? null };
}
