import { z } from 'zod';

export const versionSchema = z.object({
  revision: z.number(),
  source: z.string(),
  reason: z.enum(['reset', 'conflict', 'merge', 'restore', 'delete', 'submit', 'run', 'edit']),
  updatedAt: z.string(),
  verdict: z.object({ status: z.string(), passedTests: z.number(), totalTests: z.number() }).nullable(),
});
export type Version = z.infer<typeof versionSchema>;
export const versionsSchema = z.object({ versions: z.array(versionSchema) });

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
