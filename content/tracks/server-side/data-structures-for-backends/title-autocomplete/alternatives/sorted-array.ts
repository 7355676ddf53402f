type Autocomplete = {
  add: (title: string, copies: number) => void;
  suggest: (prefix: string, limit: number) => string[];
};

type Book = { key: string; title: string; copies: number };

/** Keys in order, sorted when somebody asks after something was added; those with a prefix lie side by side. */
export function createAutocomplete(): Autocomplete {
  const books = new Map<string, Book>();
  let sorted: Book[] | null = null;

  return {
    add(title, copies) {
      const key = title.toLowerCase();
      const book = books.get(key);
      if (book !== undefined) {
        book.copies += copies;
        return;
      }
      books.set(key, { key, title, copies });
      sorted = null;
    },
    suggest(prefix, limit) {
      sorted ??= [...books.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      const start = prefix.toLowerCase();
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle].key < start) low = middle + 1;
        else high = middle;
      }
      const found: Book[] = [];
      while (low < sorted.length && sorted[low].key.startsWith(start)) found.push(sorted[low++]);
      found.sort((a, b) => b.copies - a.copies || (a.title < b.title ? -1 : 1));
      return found.slice(0, limit).map((book) => book.title);
    },
  };
}
