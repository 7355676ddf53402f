/** Runs when the first document is asked for, and once. */
export class Cursor<Doc> {
  readonly #run: () => Doc[];
  #left: Doc[] | undefined;
  constructor(run: () => Doc[]) {
    this.#run = run;
  }
  #documents(): Doc[] {
    return (this.#left ??= this.#run());
  }
  async toArray(): Promise<Doc[]> {
    return this.#documents().splice(0);
  }
  async next(): Promise<Doc | null> {
    return this.#documents().shift() ?? null;
  }
  async hasNext(): Promise<boolean> {
    return this.#documents().length > 0;
  }
  async forEach(visit: (document: Doc) => void): Promise<void> {
    for (const document of this.#documents().splice(0)) visit(document);
  }
  async close(): Promise<void> {
    this.#left = [];
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<Doc> {
    for (;;) {
      const document = await this.next();
      if (document === null) return;
      yield document;
    }
  }
}
