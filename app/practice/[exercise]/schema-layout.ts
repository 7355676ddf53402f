import type { TableDescription } from '#content/load';

export type SchemaRow = { name: string; keys: string; y: number };
export type SchemaBox = { name: string; x: number; y: number; width: number; height: number; rows: SchemaRow[] };
/** Columns that refer to one column: all of their lines meet in one upright. `to` is the column referred to. */
export type SchemaLine = { from: string[]; to: string; path: string; joints: { x: number; y: number }[] };
export type SchemaDrawing = { width: number; height: number; boxes: SchemaBox[]; lines: SchemaLine[] };

/** Sizes in pixels; the type is Plex Mono at 12 px, of which every letter is 0.6 em wide. */
export const letterPx = 7.2;
const rowPx = 20;
const headPx = 26;
const gapPx = 24;
const lanePx = 10;
const paddingPx = 10;

/**
 * Places tables in one column, or in two from three tables on, parents before those that refer to them. Lines run in
 * the channels left of, between and right of the columns alone, so none is ever behind a box, however many there are.
 */
export function schemaLayout(tables: TableDescription[]): SchemaDrawing {
  const placed = inColumns(parentsFirst(tables), tables.length > 2 ? 2 : 1);
  const uprights = withLanes(uprightsOf(placed));
  const channelPx = (channel: number, least: number) => {
    const lanes = uprights.filter((upright) => upright.channel === channel).map((upright) => upright.lane + 1);
    return lanes.length === 0 ? least : Math.max(least, (Math.max(...lanes) + 1.5) * lanePx);
  };
  const widths = [0, 1].map((column) =>
    Math.max(0, ...placed.filter((table) => table.column === column).map(({ table }) => widthOf(table))),
  );
  const twoColumns = placed.some(({ column }) => column === 1);
  const left = channelPx(0, 1);
  const between = twoColumns ? channelPx(1, 24) : 1;
  const lefts = [left, left + widths[0]! + between];
  const edges = { 0: [left], 1: [left + widths[0]!, lefts[1]!], 2: [lefts[1]! + widths[1]!] };
  const boxes = placed.map(({ table, column, top }) => ({
    name: table.name,
    x: lefts[column]!,
    y: top,
    width: widths[column]!,
    height: heightOf(table),
    rows: table.columns.map(({ name, key, references }, index) => ({
      name,
      keys: [key === 'primary' && 'PK', references && 'FK'].filter(Boolean).join(' '),
      y: top + headPx + (index + 0.5) * rowPx,
    })),
  }));
  return {
    width: Math.ceil(twoColumns ? lefts[1]! + widths[1]! + channelPx(2, 1) : left + widths[0]! + 1),
    height: Math.max(...boxes.map((box) => box.y + box.height)) + 1,
    boxes,
    lines: uprights.map((upright) => drawn(upright, edges)),
  };
}

/** Tables that refer to none come first; references in a circle count once. */
function parentsFirst(tables: TableDescription[]): TableDescription[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<TableDescription>();
  const visited = new Set<string>();
  const visit = (table: TableDescription) => {
    if (visited.has(table.name)) return;
    visited.add(table.name);
    for (const { references } of table.columns) {
      const parent = references && byName.get(targetOf(references).table);
      if (parent) visit(parent);
    }
    ordered.add(table);
  };
  tables.forEach(visit);
  return [...ordered];
}

type Placed = { table: TableDescription; column: number; top: number };

function inColumns(tables: TableDescription[], count: 1 | 2): Placed[] {
  const bottoms = Array.from({ length: count }, () => 1);
  return tables.map((table) => {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const top = bottoms[column]!;
    bottoms[column] = top + heightOf(table) + gapPx;
    return { table, column, top };
  });
}

type End = { name: string; y: number; column: number };
/** `channel` 0 is left of the columns, 1 between them, 2 right of them; lane 0 is next to the boxes. */
type Upright = { channel: 0 | 1 | 2; lane: number; to: End; from: End[] };

function uprightsOf(placed: Placed[]): Upright[] {
  const byKey = new Map<string, Upright>();
  for (const { table, column, top } of placed) {
    for (const [index, { name, references }] of table.columns.entries()) {
      if (!references) continue;
      const target = targetOf(references);
      const parent = placed.find((other) => other.table.name === target.table);
      const at = parent?.table.columns.findIndex((other) => other.name === target.column) ?? -1;
      if (!parent || at === -1) continue;
      const channel = parent.column !== column ? 1 : column === 0 ? 0 : 2;
      // A column that is both referred to and refers has two lines at it, a little apart.
      const from = { name: `${table.name}.${name}`, y: rowMiddle(top, index) + 3, column };
      const to = { name: references, y: rowMiddle(parent.top, at) - 3, column: parent.column };
      const key = `${channel} ${references}`;
      const upright = byKey.get(key) ?? { channel, lane: 0, to, from: [] };
      byKey.set(key, { ...upright, from: [...upright.from, from] });
    }
  }
  return [...byKey.values()];
}

/** Uprights that would lie on each other get lanes of their own, the shortest the one next to the boxes. */
function withLanes(uprights: Upright[]): Upright[] {
  const done: Upright[] = [];
  for (const upright of uprights.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
    const [top, bottom] = spanOf(upright);
    const taken = done
      .filter((other) => other.channel === upright.channel)
      .filter((other) => spanOf(other)[0] <= bottom + lanePx / 2 && spanOf(other)[1] >= top - lanePx / 2)
      .map((other) => other.lane);
    let lane = 0;
    while (taken.includes(lane)) lane += 1;
    done.push({ ...upright, lane });
  }
  return done;
}

function drawn(upright: Upright, edges: Record<0 | 1 | 2, number[]>): SchemaLine {
  const { channel, lane, to, from } = upright;
  const [first, second] = edges[channel];
  const offset = (lane + 1.5) * lanePx;
  const x = channel === 0 ? first! - offset : first! + offset;
  const edgeOf = (end: End) => (channel === 1 ? [first!, second!][end.column]! : first!);
  const [top, bottom] = spanOf(upright);
  const stubs = [to, ...from].map((end) => `M${edgeOf(end)} ${end.y}H${x}`);
  // A crow's foot where many rows may stand, a bar where there is one.
  const feet = from.map((end) => {
    const edge = edgeOf(end);
    const tip = edge + Math.sign(x - edge) * 7;
    return `M${edge} ${end.y - 4}L${tip} ${end.y}L${edge} ${end.y + 4}`;
  });
  const bar = edgeOf(to) + Math.sign(x - edgeOf(to)) * 5;
  return {
    from: from.map(({ name }) => name),
    to: to.name,
    path: [...stubs, `M${x} ${top}V${bottom}`, ...feet, `M${bar} ${to.y - 4}v8`].join(''),
    joints: [to, ...from].filter(({ y }) => y !== top && y !== bottom).map(({ y }) => ({ x, y })),
  };
}

function spanOf({ to, from }: Upright): [top: number, bottom: number] {
  const ys = [to, ...from].map(({ y }) => y);
  return [Math.min(...ys), Math.max(...ys)];
}

function lengthOf(upright: Upright): number {
  const [top, bottom] = spanOf(upright);
  return bottom - top;
}

function rowMiddle(top: number, index: number): number {
  return top + headPx + (index + 0.5) * rowPx;
}

function heightOf({ columns }: TableDescription): number {
  return headPx + columns.length * rowPx + 4;
}

/** Wide enough for the longest column and the mark of its keys. */
function widthOf({ name, columns }: TableDescription): number {
  const letters = columns.map(
    (column) => column.name.length + (column.key === null ? 0 : 3) + (column.references ? 3 : 0),
  );
  return Math.ceil(Math.max(name.length, ...letters) * letterPx) + 2 * paddingPx;
}

function targetOf(references: string): { table: string; column: string } {
  const dot = references.lastIndexOf('.');
  return { table: references.slice(0, dot), column: references.slice(dot + 1) };
}
