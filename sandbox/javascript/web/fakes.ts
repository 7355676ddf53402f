import type { HostCalls } from './host-calls.ts';

export type Letter = { to: string; subject: string; text: string };

/** What the service of a lab has beside a database: files and mail, both made up by the judge. */
export function createFakes({ call }: HostCalls) {
  const textOf = (value: unknown, what: string): string => {
    if (typeof value !== 'string') throw new TypeError(`${what} has to be a text, and is ${typeof value}.`);
    return value;
  };
  const onPath =
    <Result>(op: string) =>
    async (path: string): Promise<Result> =>
      call('files', { op, path: textOf(path, 'The path') }) as Promise<Result>;
  return {
    files: {
      read: onPath<string>('read'),
      list: onPath<string[]>('list'),
      exists: onPath<boolean>('exists'),
      remove: onPath<null>('remove'),
      write: async (path: string, text: string): Promise<null> =>
        call('files', {
          op: 'write',
          path: textOf(path, 'The path'),
          text: textOf(text, 'What is written'),
        }) as Promise<null>,
      resolve: (...parts: string[]): string => resolve(parts.map((part) => textOf(part, 'A part of a path'))),
    },
    mail: {
      send: async ({ to, subject, text }: Letter): Promise<null> =>
        call('mail', {
          to: textOf(to, 'to'),
          subject: textOf(subject, 'subject'),
          text: textOf(text, 'text'),
        }) as Promise<null>,
    },
  };
}

/** As `path.posix.resolve` of Node with `/` as the working folder: a part that begins with a slash starts at the top. */
function resolve(parts: string[]): string {
  const names: string[] = [];
  for (const part of parts) {
    if (part.startsWith('/')) names.length = 0;
    for (const name of part.split('/')) {
      if (name === '..') names.pop();
      else if (name !== '' && name !== '.') names.push(name);
    }
  }
  return `/${names.join('/')}`;
}

type Options = { headers?: unknown; body?: unknown; json?: unknown; query?: unknown };

/** An exploit's way to the service, and the only one. */
export function createRequest({ call }: HostCalls) {
  return async (method: string, path: string, options: Options = {}): Promise<unknown> => {
    const { headers, body, json, query } = options;
    return call('request', { method, path, headers, body, json, query });
  };
}
