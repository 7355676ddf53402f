import type { Filters } from './url-filters.tsx';

export type ListFilter<Item> = {
  label: string;
  /** The words for "no filter". */
  all: string;
  /** What can be chosen, by the names that the address has for it. */
  labels: Record<string, string>;
  valuesOf: (item: Item) => readonly string[];
};

type Props<Item, Key extends string> = {
  items: Item[];
  /** As the address has it. */
  asked: Partial<Filters<NoInfer<Key> | 'q'>>;
  filters: Record<Key, ListFilter<Item>>;
  /** What is searched. */
  textOf?: (item: Item) => string;
};

export type FilteredList<Item, Key extends string> = ReturnType<typeof filteredList<Item, Key>>;

/** What the filters of a list let through, every word of the search included, and what another choice would leave. */
export function filteredList<Item, Key extends string>({ items, asked, filters, textOf = () => '' }: Props<Item, Key>) {
  const keys = Object.keys(filters) as Key[];
  const q = asked.q ?? '';
  // An address may name anything: what is no choice of the filter counts as none made.
  const known = (key: Key) => (Object.hasOwn(filters[key].labels, asked[key] ?? '') ? asked[key]! : '');
  const chosen = Object.fromEntries(keys.map((key) => [key, known(key)])) as Filters<Key>;

  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (item: Item, key: Key, value: string) => value === '' || filters[key].valuesOf(item).includes(value);
  const isFound = (item: Item) => {
    const text = words.length === 0 ? '' : textOf(item).toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const searched = items.filter(isFound);
  /** Without a filter, to count what another choice of it would leave. */
  const narrowed = (ignored?: Key) =>
    searched.filter((item) => keys.every((key) => key === ignored || has(item, key, chosen[key])));

  /** The choices that some item is under, in the order of the labels, and the one that is made. */
  const optionsOf = (key: Key) => {
    const { labels } = filters[key];
    const all = countByValue(items, filters[key]);
    const left = countByValue(narrowed(key), filters[key]);
    return Object.entries(labels)
      .filter(([value]) => value === chosen[key] || all.has(value))
      .map(([value, label]) => [value, `${label} (${left.get(value) ?? 0})`] as const);
  };

  return {
    ...{ q, chosen, filters, keys, optionsOf, total: items.length },
    shown: narrowed(),
    isFiltered: q !== '' || keys.some((key) => chosen[key] !== ''),
  };
}

/** In one go over the items: a list of hundreds is counted anew for each filter whenever one changes. */
function countByValue<Item>(items: Item[], { valuesOf }: ListFilter<Item>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
