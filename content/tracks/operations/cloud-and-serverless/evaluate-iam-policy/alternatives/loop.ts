type Texts = string | string[];
type Statement = { [element: string]: any; Effect: string };
type Policy = { Statement: Statement | Statement[] };

/** Two pointers instead of a regular expression: remember the last star and try again from there. */
function like(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star !== -1) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

const any = (texts: Texts, test: (one: string) => boolean) => ([] as string[]).concat(texts).some(test);

function applies(s: Statement, action: string, resource: string, context: Map<string, string>) {
  const a = any(s.Action ?? s.NotAction, (one) => like(one.toLowerCase(), action.toLowerCase()));
  if (a === 'NotAction' in s) return false;
  const r = any(s.Resource ?? s.NotResource, (one) => like(one, resource));
  if (r === 'NotResource' in s) return false;
  for (const operator in s.Condition ?? {}) {
    for (const key in s.Condition[operator]) {
      const value = context.get(key);
      const wanted = s.Condition[operator][key];
      if (operator === 'StringNotEquals') {
        if (value !== undefined && any(wanted, (one) => one === value)) return false;
      } else if (value === undefined) return false;
      else if (!any(wanted, (one) => (operator === 'StringLike' ? like(one, value) : one === value))) return false;
    }
  }
  return true;
}

export function decide(
  policies: { identity: Policy[]; boundary: Policy | null },
  request: { action: string; resource: string; context: { [key: string]: string } },
) {
  const context = new Map(Object.entries(request.context));
  const grants = { identity: false, boundary: policies.boundary === null };
  for (const where of ['identity', 'boundary'] as const) {
    for (const policy of ([] as (Policy | null)[]).concat(policies[where])) {
      for (const statement of ([] as Statement[]).concat(policy?.Statement ?? [])) {
        if (!applies(statement, request.action, request.resource, context)) continue;
        if (statement.Effect === 'Deny') return 'explicitDeny';
        grants[where] = true;
      }
    }
  }
  return grants.identity && grants.boundary ? 'allowed' : 'implicitDeny';
}
