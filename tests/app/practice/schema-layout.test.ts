import { expect, test } from 'vitest';
import { letterPx, schemaLayout, type SchemaDrawing } from '#app/practice/[exercise]/schema-layout';
import type { TableDescription } from '#content/compiled';

type Column = TableDescription['columns'][number];

const table = (name: string, ...columns: Partial<Column>[]): TableDescription => ({
  name,
  columns: columns.map((column) => ({
    name: 'id',
    type: 'integer',
    nullable: false,
    key: column.references ? 'foreign' : null,
    references: null,
    ...column,
  })),
  sampleRows: { columns: [], rows: [] },
});
const id = { key: 'primary' } as const;
const refers = (name: string, references: string): Partial<Column> => ({ name, references });

const shop = [
  table('order_items', refers('order_id', 'orders.id'), refers('book_id', 'books.id'), { name: 'quantity' }),
  table('orders', id, refers('customer_id', 'customers.id')),
  table('reviews', id, refers('book_id', 'books.id'), refers('customer_id', 'customers.id')),
  table('books', id, { name: 'title_that_is_rather_long' }),
  table('customers', id, refers('referred_by', 'customers.id')),
];

test('every reference has a line, and those to one column are joined on each side', () => {
  const { lines } = schemaLayout(shop);
  expect(lines.flatMap(({ from, to }) => from.map((column) => `${column} -> ${to}`)).toSorted()).toEqual([
    'customers.referred_by -> customers.id',
    'order_items.book_id -> books.id',
    'order_items.order_id -> orders.id',
    'orders.customer_id -> customers.id',
    'reviews.book_id -> books.id',
    'reviews.customer_id -> customers.id',
  ]);
});

test('boxes do not overlap, hold the words that are in them, and lie inside the drawing', () => {
  const { boxes, width, height } = schemaLayout(shop);
  for (const [index, box] of boxes.entries()) {
    const longest = Math.max(...box.rows.map(({ name, keys }) => name.length + keys.length)) * letterPx;
    expect(box.width).toBeGreaterThan(longest);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(index + 1)) {
      const apart =
        other.x >= box.x + box.width ||
        box.x >= other.x + other.width ||
        other.y >= box.y + box.height ||
        box.y >= other.y + other.height;
      expect(apart, `${box.name} and ${other.name}`).toBe(true);
    }
  }
});

test('no line runs behind a box', () => {
  const { boxes, lines } = schemaLayout(shop);
  for (const { path, to } of lines) {
    for (const [left, right, top, bottom] of segmentsOf(path)) {
      const behind = boxes.find(
        (box) => left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y,
      );
      expect(behind?.name, `a line to ${to}`).toBeUndefined();
    }
  }
});

test('uprights in one channel that pass each other are apart', () => {
  const { lines } = schemaLayout(shop);
  const uprights = lines.map(({ path }) => segmentsOf(path).find(([left, right]) => left === right)!);
  for (const [index, one] of uprights.entries()) {
    for (const other of uprights.slice(index + 1)) {
      const passing = one[2] < other[3] && other[2] < one[3];
      if (passing) expect(one[0]).not.toBe(other[0]);
    }
  }
});

test('tables that refer to each other in a circle are drawn as well', () => {
  const drawing = schemaLayout([
    table('a', id, refers('b_id', 'b.id')),
    table('b', id, refers('a_id', 'a.id'), refers('gone', 'elsewhere.id')),
  ]);
  expect(drawing.boxes).toHaveLength(2);
  expect(drawing.lines).toHaveLength(2);
});

test('two tables stand one above the other, so that a phone shows them whole', () => {
  const { boxes, width } = schemaLayout([table('books', id), table('reviews', id, refers('book_id', 'books.id'))]);
  expect(new Set(boxes.map(({ x }) => x)).size).toBe(1);
  expect(width).toBeLessThan(320);
});

/** The stubs and the upright of a line as [left, right, top, bottom]; the marks at its ends are left out. */
function segmentsOf(path: SchemaDrawing['lines'][number]['path']): [number, number, number, number][] {
  return [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)([HV])(-?[\d.]+)/g)].map(([, x, y, direction, to]) => {
    const [startX, startY, end] = [Number(x), Number(y), Number(to)];
    return direction === 'H'
      ? [Math.min(startX, end), Math.max(startX, end), startY, startY]
      : [startX, startX, Math.min(startY, end), Math.max(startY, end)];
  });
}
