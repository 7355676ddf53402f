type Path = (string | number)[];
type Issue = { path: Path; message: string; received: unknown };

export function pointer(path: Path): string {
  return path.join('.');
}

export function validationProblem(issues: Issue[], instance: string): object | null {
  return { status: 400, body: { error: `bad request, ${issues.length} issues`, instance } };
}
