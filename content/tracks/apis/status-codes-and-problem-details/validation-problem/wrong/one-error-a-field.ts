// caught by: keeps every issue, in order, also for the same field
type Path = (string | number)[];
type Issue = { path: Path; message: string; received: unknown };

export function pointer(path: Path): string {
  const steps = path.map((key) => encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1')));
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
      errors: [
        ...new Map(
          issues.map(({ path, message }) => [pointer(path), { detail: message, pointer: pointer(path) }]),
        ).values(),
      ],
    },
  };
}
