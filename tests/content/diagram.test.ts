import { describe, expect, test } from 'vitest';
import { drawDiagram } from '#content/diagram';

const drawn: [kind: string, source: string][] = [
  [
    'a flowchart',
    'flowchart LR\n  A[Client & co] -->|HTTPS| B{{Balancer}}\n  B -- reads 3.14 --> C[(DB)]\n  subgraph zone [Zone]\n    C\n  end',
  ],
  [
    'a sequence',
    'sequenceDiagram\n  participant C as Client\n  C->>API: POST /orders\n  Note over C,API: a -> b\n  alt ok\n    API-->>C: 201\n  else no\n    API-->>C: 400\n  end',
  ],
  ['a state machine', 'stateDiagram-v2\n  [*] --> Open\n  Open --> Closed: close it\n  Closed --> [*]'],
  ['tables', 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    int id PK\n    text note\n  }'],
  ['classes', 'classDiagram\n  class Dog {\n    +bark() void\n  }\n  Animal <|-- Dog : is'],
];

test.each(drawn)('draws %s in the colours of the page, with nothing from elsewhere', (_kind, source) => {
  const svg = drawDiagram('lesson.md:3', source);
  expect(svg).toContain('var(--diagram-ink)');
  expect(svg).not.toMatch(/<style|@import| style=|var\(--(?!diagram-)|#fff/i);
});

test('ids of two diagrams on a page differ', () => {
  const idOf = (svg: string) => / id="([^"]+)"/.exec(svg)?.[1];
  const one = drawDiagram('a', 'flowchart LR\n  A --> B');
  const other = drawDiagram('a', 'flowchart LR\n  A --> C');
  expect(idOf(one)).toBeDefined();
  expect(idOf(one)).not.toBe(idOf(other));
});

describe('what the renderer would drop without a word is an error', () => {
  const broken: [name: string, source: string, message: RegExp][] = [
    [
      'a line it does not understand',
      'flowchart LR\n  A --> B\n  Cache sits beside',
      /lesson\.md:3: "sits" of the diagram's line "Cache sits beside" is not in the picture/,
    ],
    [
      'an arrow of another kind of diagram',
      'flowchart LR\n  A --> B\n  B ->> A',
      /lines with an arrow|not in the picture/,
    ],
    ['an unknown kind', 'mindmap\n  root', /cannot be drawn|not in the picture/],
    ['colours of its own', 'flowchart LR\n  A --> B\n  style A fill:#f00', /sets colours of its own/],
  ];
  test.each(broken)('%s', (_name, source, message) => {
    expect(() => drawDiagram('lesson.md:3', source)).toThrow(message);
  });
});
