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

export function decide(
  policies: { identity: Policy[]; boundary: Policy | null },
  request: Request,
): 'allowed' | 'explicitDeny' | 'implicitDeny' {
  return 'implicitDeny';
}
