// caught by: finds titles whatever the case of the prefix
type Autocomplete = {
  add: (title: string, copies: number) => void;
  suggest: (prefix: string, limit: number) => string[];
};

type Book = { title: string; copies: number };
type Node = { children: Map<string, Node>; book: Book | null };

const createNode = (): Node => ({ children: new Map(), book: null });

function compare(a: Book, b: Book) {
  if (a.copies !== b.copies) return b.copies - a.copies;
  return a.title < b.title ? -1 : 1;
}

export function createAutocomplete(): Autocomplete {
  const root = createNode();

  function find(prefix: string): Node | undefined {
    let node: Node | undefined = root;
    for (const letter of prefix) {
      node = node.children.get(letter);
      if (node === undefined) return undefined;
    }
    return node;
  }

  function booksBelow(top: Node): Book[] {
    const books: Book[] = [];
    const nodes = [top];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (node.book !== null) books.push(node.book);
      nodes.push(...node.children.values());
    }
    return books;
  }

  return {
    add(title, copies) {
      let node = root;
      for (const letter of title.toLowerCase()) {
        let child = node.children.get(letter);
        if (child === undefined) {
          child = createNode();
          node.children.set(letter, child);
        }
        node = child;
      }
      node.book ??= { title, copies: 0 };
      node.book.copies += copies;
    },
    suggest(prefix, limit) {
      const node = find(prefix);
      if (node === undefined) return [];
      const books = booksBelow(node).sort(compare);
      return books.slice(0, limit).map((book) => book.title);
    },
  };
}
