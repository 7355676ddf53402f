import type { PlanNode } from '#lib/verdict';
import { difference } from './ends.ts';
import { suiteMessages } from './messages.ts';

/** A plan with what tests ask about it. Never about time, which differs from run to run. */
export type Plan = {
  root: PlanNode;
  nodes: PlanNode[];
  /** Blocks of 8 KB that the whole query looked at. */
  buffers: number;
  /** Rows taken from this table, kept or thrown away. */
  rowsRead: (table: string) => number;
  /** Every scan of the table goes through an index; with `index`, through that one. */
  usesIndex: (table: string, index?: string) => void;
  /** No node of this name, `Sort` or `Nested Loop`. */
  avoids: (node: string) => void;
  readsAtMost: (table: string, rows: number) => void;
  buffersAtMost: (blocks: number) => void;
};

const indexScans = ['Index Scan', 'Index Only Scan', 'Bitmap Heap Scan'];

export function planOf(root: PlanNode, read: Map<PlanNode, number>, nodes: PlanNode[]): Plan {
  const scansOf = (table: string) => nodes.filter(({ relation }) => relation === table);
  const indexesOf = (scan: PlanNode): string[] =>
    [scan, ...nodes.filter((node) => node === scan || scan.children.includes(node)).flatMap(below)].flatMap(
      ({ index }) => (index === undefined ? [] : [index]),
    );
  const rowsRead = (table: string) => scansOf(table).reduce((sum, scan) => sum + (read.get(scan) ?? 0), 0);
  const buffers = root.buffers ?? 0;
  return {
    root,
    nodes,
    buffers,
    rowsRead,
    usesIndex: (table, index) => {
      const scans = scansOf(table);
      if (scans.length === 0) throw difference({ message: suiteMessages.notScanned(table) });
      for (const scan of scans) {
        if (!indexScans.includes(scan.node)) {
          throw difference({
            message: suiteMessages.noIndex(table, scan.node, read.get(scan) ?? 0, scan.rowsActual ?? 0),
          });
        }
        const used = indexesOf(scan);
        if (index !== undefined && !used.includes(index)) {
          throw difference({ message: suiteMessages.otherIndex(table, index, used) });
        }
      }
    },
    avoids: (name) => {
      const found = nodes.find(({ node }) => node === name);
      if (found !== undefined)
        throw difference({ message: suiteMessages.hasNode(name, found.relation, found.rowsActual) });
    },
    readsAtMost: (table, rows) => {
      const count = rowsRead(table);
      if (count > rows) throw difference({ message: suiteMessages.readsTooMuch(table, count, rows) });
    },
    buffersAtMost: (blocks) => {
      if (buffers > blocks) throw difference({ message: suiteMessages.tooManyBuffers(buffers, blocks) });
    },
  };
}

const below = (node: PlanNode): PlanNode[] => [node, ...node.children.flatMap(below)];
