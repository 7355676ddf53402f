import type { TestStatus } from '#lib/verdict';

/** Tests that belong together, known by how their names begin. */
export type TestGroup = {
  title: string;
  prefix: string;
  /** What a status means here, where `Passed` and `Failed` would say it about the wrong thing. */
  words: Partial<Record<TestStatus, string>>;
};

/** Of a suite that a learner writes: it has to let right implementations pass and to fail on each defect. */
export const suiteGroups: TestGroup[] = [
  { title: 'Right implementations', prefix: 'accepts: ', words: { passed: 'Accepted', failed: 'Rejected' } },
  { title: 'Defects', prefix: 'catches: ', words: { passed: 'Caught', failed: 'Survived' } },
];

/** Of a lab: the exploit has to work, the patch to stop it, and the service to go on. */
export const labGroups: TestGroup[] = [
  { title: 'Your exploit', prefix: 'exploit: ', words: { passed: 'Works', failed: 'Does not work' } },
  { title: 'Your patch', prefix: 'patch: ', words: { passed: 'Stopped', failed: 'Still works' } },
  { title: 'What the service is for', prefix: 'works: ', words: {} },
];

type Named = { name: string };
export type Grouped<Row extends Named> = { group: TestGroup | null; rows: Row[] };

/**
 * The rows by group, those that belong to none last; one list without a group where nothing would be told apart.
 */
export function grouped<Row extends Named>(rows: Row[], groups: TestGroup[]): Grouped<Row>[] {
  const groupOf = (row: Row) => groups.find(({ prefix }) => row.name.startsWith(prefix)) ?? null;
  const parts = [...groups, null].map((group) => ({ group, rows: rows.filter((row) => groupOf(row) === group) }));
  const filled = parts.filter((part) => part.rows.length > 0);
  return filled.some(({ group }) => group) ? filled : [{ group: null, rows }];
}
