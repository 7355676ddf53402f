export const writeFiles: Record<string, string> = {
  'rubric.yaml': `sections:
  - id: first-section
    label: First section
    prompt: FILL IN what to write here.
    words: { min: 3, max: 120 }
  - id: second-section
    label: Second section
    prompt: FILL IN what to write here.
    words: { min: 3, max: 120 }

criteria:
  - id: first-criterion
    label: FILL IN what is scored
    good: FILL IN what good looks like. Plain text, with \`code\` in backticks.
    levels: &levels
      - points: 0
        text: FILL IN what earns nothing
      - points: 1
        text: FILL IN what earns a point
      - points: 2
        text: FILL IN what earns two points
  - id: second-criterion
    label: FILL IN what else is scored
    good: FILL IN what good looks like here.
    levels: *levels
  - id: third-criterion
    label: FILL IN a third one
    good: FILL IN what good looks like here.
    levels: *levels
`,
  'model.md': `## First section

FILL IN the model answer of this section.

## Second section

FILL IN the model answer of this section.
`,
};
