import { literal, literalLine, type Notation } from '../literal.ts';

const notation: Notation = {
  quote: (text) => JSON.stringify(text),
  key: (name) => `${JSON.stringify(name)}: `,
  words: { null: 'None', true: 'True', false: 'False' },
  space: '',
};

/** A JSON value as somebody would write it in Python. */
export const pythonLiteral = (value: unknown): string => literal(value, notation);

/** On one line, cut to `charsMax`. */
export const pythonLine = (value: unknown, charsMax: number): string => literalLine(value, charsMax, notation);
