type Autocomplete = {
  add: (title: string, copies: number) => void;
  suggest: (prefix: string, limit: number) => string[];
};

export function createAutocomplete(): Autocomplete {
  return {
    add: () => {},
    suggest: () => [],
  };
}
