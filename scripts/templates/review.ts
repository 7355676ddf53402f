export const reviewFiles: Record<string, string> = {
  'artefact.diff': `diff --git a/src/search.ts b/src/search.ts
--- a/src/search.ts
+++ b/src/search.ts
@@ -1,3 +1,4 @@
+// FILL IN what is to be reviewed; the ending may also be yaml, log, nginx, ts, sql and others.
 export function search(term: string) {
-  return query('select title from books where title = $1', [term]);
+  return query(\`select title from books where title = '\${term}'\`);
+  console.log(term);
 }
`,
  'findings.yaml': `# falseMarksMax: 1   how many marks that are no finding a pass may have

defects:
  - id: first-defect
    name: FILL IN a defect as the learner chooses it from the list
  - id: second-defect
    name: FILL IN another one
  - id: first-decoy
    name: FILL IN a defect that is plausible and not there
    decoy: FILL IN why this artefact is free of it. Plain text, with \`code\` in backticks.
  - id: second-decoy
    name: FILL IN another one that is not there
    decoy: FILL IN why this artefact is free of it as well.

findings:
  - id: first-finding
    defect: first-defect
    lines: 8 # or 8-9, or a list of these
    severity: major # major | minor
    explanation: FILL IN what goes wrong because of it, and what to write instead.
  - id: second-finding
    defect: second-defect
    lines: 9
    severity: minor
    explanation: FILL IN what goes wrong because of this one, and what to write instead.
`,
};
