// caught by: hashes a key once for each lookup, and looks up 50,000 in time
export function createRing(hash: (text: string) => number, pointsPerNode: number) {
  const weights = new Map<string, number>();
  const nodesFor = (key: string, count: number) =>
    [...weights]
      .map(([node, weight]) => ({ node, score: -weight / Math.log((hash(`${node} ${key}`) + 0.5) / 2 ** 32) }))
      .sort((a, b) => b.score - a.score || (a.node < b.node ? -1 : 1))
      .slice(0, count)
      .map(({ node }) => node);
  return {
    add: (node: string, weight = 1) => void weights.set(node, weight),
    remove: (node: string) => void weights.delete(node),
    nodesFor,
    nodeFor: (key: string) => nodesFor(key, 1)[0] ?? null,
  };
}
