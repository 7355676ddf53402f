import { isNullOr, isNumber, isObjectOf, isOneOf, isListOf, isString } from '#lib/shape';

export const versionReasons = ['reset', 'conflict', 'merge', 'restore', 'delete', 'submit', 'run', 'edit'] as const;

export type Version = {
  revision: number;
  source: string;
  reason: (typeof versionReasons)[number];
  updatedAt: string;
  verdict: { status: string; passedTests: number; totalTests: number } | null;
};

const isVersion = isObjectOf<Version>({
  revision: isNumber,
  source: isString,
  reason: isOneOf(versionReasons),
  updatedAt: isString,
  verdict: isNullOr(isObjectOf({ status: isString, passedTests: isNumber, totalTests: isNumber })),
});
export const isVersions = isObjectOf<{ versions: Version[] }>({ versions: isListOf(isVersion) });

const reasons: Record<Version['reason'], string> = {
  edit: 'While editing',
  run: 'Run',
  submit: 'Submitted',
  reset: 'Before a reset',
  conflict: 'When two versions differed',
  merge: 'When you signed in',
  delete: 'Before it was deleted',
  restore: 'Before another version came back',
};

/** Why a version was kept, and how it ended where it was handed in. */
export function reasonWords({ reason, verdict }: Pick<Version, 'reason' | 'verdict'>): string {
  return verdict ? `${reasons[reason]}: ${verdictWords(verdict)}` : reasons[reason];
}

function verdictWords({ status, passedTests, totalTests }: NonNullable<Version['verdict']>): string {
  if (status === 'unavailable') return 'not graded';
  if (status === 'errored' && passedTests === 0) return 'stopped by an error';
  return `${status === 'passed' ? 'passed' : 'not passed'}, ${passedTests} of ${totalTests} tests`;
}
