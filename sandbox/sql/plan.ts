import { z } from 'zod';
import type { PlanNode } from '#lib/verdict';

/** A node as EXPLAIN (FORMAT JSON) prints it; the keys that we read. Others come in many types. */
type RawNode = {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Name'?: string | undefined;
  'Plan Rows': number;
  'Actual Rows'?: number | undefined;
  'Actual Loops'?: number | undefined;
  'Shared Hit Blocks'?: number | undefined;
  'Shared Read Blocks'?: number | undefined;
  'Rows Removed by Filter'?: number | undefined;
  'Rows Removed by Index Recheck'?: number | undefined;
  Plans?: RawNode[] | undefined;
};

const count = z.number().min(0).optional();
const rawNodeSchema: z.ZodType<RawNode> = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Plan Rows': z.number().min(0),
  'Actual Rows': count,
  'Actual Loops': count,
  'Shared Hit Blocks': count,
  'Shared Read Blocks': count,
  'Rows Removed by Filter': count,
  'Rows Removed by Index Recheck': count,
  get Plans() {
    return z.array(rawNodeSchema).optional();
  },
});
const explainedSchema = z.array(z.object({ Plan: rawNodeSchema })).length(1);

/** What is worth showing of a node, in this order. */
const detailKeys = [
  'Join Type',
  'Strategy',
  'Scan Direction',
  'Index Cond',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
  'Rows Removed by Filter',
  'Rows Removed by Index Recheck',
  'Rows Removed by Join Filter',
  'Heap Fetches',
  'Sort Key',
  'Sort Method',
  'Group Key',
  'Subplan Name',
  'CTE Name',
  'Function Name',
];

const detailCharsMax = 300;

/** The plan in what EXPLAIN (FORMAT JSON) returned; null when the text is no such thing. */
export function readPlan(text: string): { root: PlanNode; read: Map<PlanNode, number> } | null {
  const parsed = explainedSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const read = new Map<PlanNode, number>();
  const raw = parsed.data[0]?.Plan;
  return raw === undefined ? null : { root: nodeOf(raw, read), read };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `read` gets the rows that each node took from its table, kept or not. */
function nodeOf(raw: RawNode, read: Map<PlanNode, number>): PlanNode {
  const loops = raw['Actual Loops'];
  const rows = raw['Actual Rows'];
  const hit = raw['Shared Hit Blocks'];
  const details = detailKeys.flatMap((key): [string, string][] => {
    const given = (raw as Record<string, unknown>)[key];
    // PostgreSQL divides these by the loops, as it does with rows; ours are those of all loops together.
    const isPerLoop = key.startsWith('Rows Removed') && typeof given === 'number';
    const value = isPerLoop ? Math.round(given * (loops ?? 1)) : given;
    if (value === undefined || value === 0 || value === '') return [];
    const text = Array.isArray(value) ? value.join(', ') : String(value as string | number | boolean);
    return [[key, text.slice(0, detailCharsMax)]];
  });
  const node: PlanNode = {
    node: raw['Node Type'],
    ...(raw['Relation Name'] !== undefined && { relation: raw['Relation Name'] }),
    ...(raw['Index Name'] !== undefined && { index: raw['Index Name'] }),
    details,
    rowsPlanned: raw['Plan Rows'],
    rowsActual: rows === undefined || loops === undefined ? null : Math.round(rows * loops),
    loops: loops ?? null,
    buffers: hit === undefined ? null : hit + (raw['Shared Read Blocks'] ?? 0),
    children: (raw.Plans ?? []).map((child) => nodeOf(child, read)),
  };
  const removed = (raw['Rows Removed by Filter'] ?? 0) + (raw['Rows Removed by Index Recheck'] ?? 0);
  read.set(node, Math.round(((rows ?? 0) + removed) * (loops ?? 0)));
  return node;
}

/** Every node of a plan, the root first. */
export function planNodes(root: PlanNode): PlanNode[] {
  return [root, ...root.children.flatMap(planNodes)];
}
