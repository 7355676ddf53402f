// caught by: NotAction and NotResource match everything else
export type Statement = {
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};
export type Policy = { Statement: Statement | Statement[] };
export type Request = { action: string; resource: string; context: Record<string, string> };

const list = <Item>(value: Item | Item[]): Item[] => (Array.isArray(value) ? value : [value]);

function fits(pattern: string, text: string, flags = '') {
  const source = pattern
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll('\\*', '.*')
    .replaceAll('\\?', '.');
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}

const operators: Record<string, (value: string | undefined, wanted: string[]) => boolean> = {
  StringEquals: (value, wanted) => value !== undefined && wanted.includes(value),
  StringNotEquals: (value, wanted) => value === undefined || !wanted.includes(value),
  StringLike: (value, wanted) => value !== undefined && wanted.some((pattern) => fits(pattern, value)),
};

function matches(statement: Statement, { action, resource, context }: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const some = (patterns: string | string[], text: string, flags?: string) =>
    list(patterns).some((pattern) => fits(pattern, text, flags));

  if (!(Action === undefined ? some(NotAction!, action, 'i') : some(Action, action, 'i'))) return false;
  if (!(Resource === undefined ? !some(NotResource!, resource) : some(Resource, resource))) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const value = Object.hasOwn(context, key) ? context[key] : undefined;
      return operators[operator]!(value, list(wanted));
    }),
  );
}

const effects = (policies: Policy[], request: Request) =>
  policies
    .flatMap((policy) => list(policy.Statement))
    .filter((statement) => matches(statement, request))
    .map((statement) => statement.Effect);

export function decide(
  { identity, boundary }: { identity: Policy[]; boundary: Policy | null },
  request: Request,
): 'allowed' | 'explicitDeny' | 'implicitDeny' {
  const granted = effects(identity, request);
  const limit = boundary && effects([boundary], request);
  if (granted.includes('Deny') || limit?.includes('Deny')) return 'explicitDeny';
  return granted.includes('Allow') && (!limit || limit.includes('Allow')) ? 'allowed' : 'implicitDeny';
}
