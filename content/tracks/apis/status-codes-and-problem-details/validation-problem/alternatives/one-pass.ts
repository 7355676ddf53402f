type Issue = { path: (string | number)[]; message: string; received: unknown };

const escapes: Record<string, string> = { '~': '~0', '/': '~1' };

/** What RFC 3986 allows in a fragment stays readable; everything else goes through the encoder. */
const encode = (text: string) => text.replace(/[^\w\-.~!$&'()*+,;=:@?]+/gu, (run) => encodeURIComponent(run));

export function pointer(path: (string | number)[]) {
  let result = '#';
  for (const key of path) result += '/' + encode(`${key}`.replace(/[~/]/g, (char) => escapes[char]!));
  return result;
}

export function validationProblem(issues: Issue[], instance: string) {
  const errors: { detail: string; pointer: string }[] = [];
  for (const issue of issues) errors.push({ pointer: pointer(issue.path), detail: issue.message });
  const body = {
    errors,
    instance,
    status: 422,
    title: 'Your request is not valid.',
    type: 'https://shop.example/problems/validation',
  };
  return errors.length ? { body, contentType: 'application/problem+json', status: 422 } : null;
}
