// caught by: escapes ~ and / in one key without escaping an escape
type Path = (string | number)[];
type Issue = { path: Path; message: string; received: unknown };

export function pointer(path: Path): string {
  const steps = path.map((key) => encodeURIComponent(String(key).replaceAll('/', '~1').replaceAll('~', '~0')));
  return ['#', ...steps].join('/');
}

export function validationProblem(issues: Issue[], instance: string) {
  if (issues.length === 0) return null;
  const status = 422;
  return {
    status,
    contentType: 'application/problem+json',
    body: {
      type: 'https://shop.example/problems/validation',
      title: 'Your request is not valid.',
      status,
      instance,
      errors: issues.map(({ path, message }) => ({ detail: message, pointer: pointer(path) })),
    },
  };
}
