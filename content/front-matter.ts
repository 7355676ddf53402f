import { parse } from 'yaml';
import type { z } from 'zod';
import { ContentError } from './content-error.ts';

/** `bodyLine` is the line of the file on which the body begins, counting from 1, so that errors can name a line. */
export type WithFrontMatter<Meta> = { meta: Meta; body: string; bodyLine: number };

/** Reads the YAML between the two `---` lines at the top of `text` and checks it. Throws a ContentError. */
export function readFrontMatter<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  text: string,
): WithFrontMatter<z.infer<Schema>> {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) {
    throw new ContentError(
      file,
      'does not begin with front matter',
      'Put its keys between two lines of --- at the very top',
    );
  }
  const [whole, yaml = ''] = match;
  return {
    meta: checkShape(schema, file, readYaml(file, yaml)),
    body: text.slice(whole.length),
    bodyLine: whole.split('\n').length,
  };
}

export function readYaml(file: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (cause) {
    const [reason = 'it cannot be read'] = (cause as Error).message.split('\n');
    throw new ContentError(
      file,
      `is not valid YAML: ${reason.replace(/[:.]$/, '')}`,
      'Correct it; text that holds ": " or begins with a sign needs quotes',
      {
        cause,
      },
    );
  }
}

/** Throws one ContentError that names every key that is wrong. */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  value: unknown,
  remedy = 'Correct the front matter; content/schema.ts describes every key',
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const key = issue.path.join('.');
    if (issue.code === 'unrecognized_keys')
      return `${key === '' ? '' : `${key} `}has a key that nothing reads (${issue.keys.join(', ')})`;
    return `${key === '' ? 'the whole' : key}: ${issue.message.replace(/^Invalid input: /, '')}`;
  });
  throw new ContentError(file, problems.join('; '), remedy);
}
