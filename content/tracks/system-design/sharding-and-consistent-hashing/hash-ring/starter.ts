export function createRing(hash: (text: string) => number, pointsPerNode: number) {
  const nodes: string[] = [];
  return {
    add(node: string, weight = 1) {
      nodes.push(node);
    },
    remove(node: string) {},
    nodeFor(key: string): string | null {
      return nodes[hash(key) % nodes.length] ?? null;
    },
    nodesFor(key: string, count: number): string[] {
      return [];
    },
  };
}
