/**
 * Whether the headers in force are those of another page: the reader came by a link inside the site, which loads no
 * document, so the microphone of this page is still forbidden. `loaded` is the address of the document.
 */
export function hasOthersHeaders(loaded: string | undefined, here: string): boolean {
  if (loaded === undefined) return false;
  return new URL(loaded, here).pathname !== new URL(here).pathname;
}
