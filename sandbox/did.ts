import { literalLine, shorten } from './literal.ts';

const didCharsMax = 200;
const didLinesMax = 20;
const argumentShownCharsMax = 300;

type WriteLine = (value: unknown, charsMax: number) => string;

/** A call as the learner would write it: `dedupe([3, 1, 3])`. */
export function writeCall(name: string, values: unknown[], writeLine: WriteLine = literalLine): string {
  const room = Math.max(20, Math.floor((didCharsMax - name.length) / Math.max(1, values.length)));
  return `${name}(${values.map((value) => writeLine(value, room)).join(', ')})`;
}

/** The driver as the author wrote it, without the indentation of the file around it, and the values it was given. */
export function writeDriver(source: string, values: unknown[], writeLine: WriteLine = literalLine): string[] {
  const lines = tidy(source).split('\n');
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  const shown = lines.map((line, index) => shorten(index === 0 ? line : line.slice(indent), didCharsMax));
  const kept = shown.length <= didLinesMax ? shown : [...shown.slice(0, didLinesMax), '…'];
  if (values.length === 0) return kept;
  return [...kept, `with ${values.map((value) => writeLine(value, argumentShownCharsMax)).join(', ')}`];
}

/** Types that were taken out leave their spaces behind: `(error ).message`. Spaces inside a text in quotes stay. */
function tidy(source: string): string {
  return source.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|(?<=\S) +(?=[,;)])/g,
    (_match, quoted?: string) => (quoted?.startsWith('`') ? quoted.replace(/\$\{[^{}'"`]*\}/g, tidy) : (quoted ?? '')),
  );
}
