/** What an error answer of ours says (RFC 9457). `errors` holds a sentence a field. */
export type Problem = { status: number; code: string; detail: string; errors: Record<string, string> };

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return {
    status: response.status,
    code: body.code ?? 'unknown',
    detail: body.detail ?? 'The server could not do this. Try again in a moment.',
    errors: body.errors ?? {},
  };
}

export const unreachable = 'The server did not answer. Check your connection and try again; nothing you typed is lost.';
