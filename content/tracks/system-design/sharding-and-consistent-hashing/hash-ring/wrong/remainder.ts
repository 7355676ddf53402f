// caught by: adding a node moves keys only to it
export function createRing(hash: (text: string) => number, pointsPerNode: number) {
  const weights = new Map<string, number>();
  function nodesFor(key: string, count: number) {
    const slots = [...weights.keys()].sort().flatMap((node) => Array<string>(weights.get(node)!).fill(node));
    if (slots.length === 0) return [];
    const at = hash(key) % slots.length;
    return [...new Set([...slots.slice(at), ...slots.slice(0, at)])].slice(0, count);
  }
  return {
    add: (node: string, weight = 1) => void weights.set(node, weight),
    remove: (node: string) => void weights.delete(node),
    nodesFor,
    nodeFor: (key: string) => nodesFor(key, 1)[0] ?? null,
  };
}
