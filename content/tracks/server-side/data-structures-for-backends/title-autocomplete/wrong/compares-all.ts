// caught by: asks 40,000 times among 5,000 titles in time
type Autocomplete = {
  add: (title: string, copies: number) => void;
  suggest: (prefix: string, limit: number) => string[];
};

export function createAutocomplete(): Autocomplete {
  const books = new Map<string, { title: string; copies: number }>();
  return {
    add(title, copies) {
      const book = books.get(title.toLowerCase()) ?? { title, copies: 0 };
      book.copies += copies;
      books.set(title.toLowerCase(), book);
    },
    suggest: (prefix, limit) =>
      [...books.values()]
        .filter((book) => book.title.toLowerCase().startsWith(prefix.toLowerCase()))
        .sort((a, b) => b.copies - a.copies || (a.title < b.title ? -1 : 1))
        .slice(0, limit)
        .map((book) => book.title),
  };
}
