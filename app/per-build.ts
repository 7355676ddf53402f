/**
 * What `make` makes of parts of the content, made once and again only when one of them was read anew: the loader gives the
 * same object as long as its file is the same, in production for ever.
 */
export function perBuild<Made>(parts: (() => object)[], make: () => Made): () => Made {
  let last: { of: object[]; made: Made } | undefined;
  return () => {
    const of = parts.map((part) => part());
    if (!last?.of.every((part, place) => part === of[place])) last = { of, made: make() };
    return last.made;
  };
}
