import { renderMermaidSVG } from 'beautiful-mermaid';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DiagramPicture } from '../../../app/interview/mocks/[mock]/written/diagram-picture.tsx';
import { diagramLinesMax, drawDiagram } from '../../../app/interview/mocks/[mock]/written/draw-diagram.ts';
import { svgTree } from '../../../app/interview/mocks/[mock]/written/svg-tree.ts';

const draw = (source: string) => drawDiagram(renderMermaidSVG, source, 'd1');

/** The picture as the page's HTML; fails where there is none. */
function picture(source: string): string {
  const drawn = draw(source);
  if (drawn.type === 'fault') throw new Error(drawn.text);
  return renderToStaticMarkup(createElement(DiagramPicture, { svg: drawn.svg, label: 'Picture' }));
}

function faultOf(source: string) {
  const drawn = draw(source);
  return drawn.type === 'fault' ? drawn : null;
}

describe('what may be drawn', () => {
  test.each([
    [
      'a flowchart',
      'flowchart LR\n  client[Client] -->|asks| api{API}\n  api --> db[(Orders)]',
      ['Client', 'asks', 'Orders'],
    ],
    ['a sequence', 'sequenceDiagram\n  Client->>API: POST /orders\n  API-->>Client: 201', ['POST /orders', '201']],
    ['tables', 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    bigint id PK\n  }', ['places', 'bigint']],
    ['states', 'stateDiagram-v2\n  open --> closed : trip', ['open', 'trip']],
    ['classes', 'classDiagram\n  class Store {\n    +put(key) void\n  }\n  Store <|-- Disk', ['Store', 'Disk']],
  ])('%s is drawn with its words, in the colours of the page', (_, source, words) => {
    const html = picture(source);
    for (const word of words) expect(html).toContain(word);
    expect(html).toContain('var(--diagram-');
    expect(html).not.toMatch(/#[0-9a-f]{6}/i);
  });

  test('two pictures on a page do not share an id', () => {
    const ids = ['d1', 'd2'].map((id) => {
      const drawn = drawDiagram(renderMermaidSVG, 'flowchart LR\n  a --> b', id);
      return drawn.type === 'picture' ? JSON.stringify(drawn.svg).match(/"id":"([^"]+)"/)?.[1] : null;
    });
    expect(ids[0]).toMatch(/^d1-/);
    expect(ids[1]).toMatch(/^d2-/);
  });
});

describe('what is wrong is said with its line', () => {
  test.each([
    ['no kind', 'hello', 1, 'a diagram begins with its kind'],
    ['a kind that is not drawn', '\nxychart-beta\n  bar [1, 2]', 2, 'a diagram begins with its kind'],
    ['a line that the renderer drops', 'flowchart LR\n  a --> b\n  nonsense here now', 3, 'nonsense'],
    ['colours', 'flowchart LR\n  a --> b\n  style a fill:#f00', 3, 'colours of its own'],
    ['only the kind', 'sequenceDiagram\n', 1, 'nothing can be drawn yet'],
    ['a comment first', '%% mine\nflowchart XX\n  a --> b', 2, 'Invalid mermaid header'],
  ])('%s', (_, source, line, words) => {
    const fault = faultOf(source);
    expect(fault?.line).toBe(line);
    expect(fault?.text).toContain(words);
  });

  test('a diagram that would take seconds is not begun', () => {
    const long = ['flowchart LR', ...Array.from({ length: diagramLinesMax }, (_, index) => `  a${index} --> b`)];
    expect(faultOf(long.join('\n'))?.text).toContain(`up to ${diagramLinesMax} are drawn`);
  });
});

describe('a hostile diagram', () => {
  const hostile =
    '<img src=x onerror=alert(1)><script>alert(1)</script></text></svg><script>alert(2)</script>" onload="alert(3)';
  test.each([
    `flowchart LR\n  a["${hostile}"] --> b`,
    `flowchart LR\n  a -->|${hostile}| b`,
    `flowchart LR\n  subgraph "${hostile}"\n    a --> b\n  end`,
    `flowchart LR\n  a[<b>x</b>] --> b[<foreignObject><iframe src=javascript:alert(1)>]`,
    `flowchart LR\n  a --> b\n  click a href "javascript:alert(1)"`,
    `flowchart LR\n  a --> b\n  style a fill:url(javascript:alert(1)),stroke:"/><script>alert(1)</script>`,
    `flowchart LR\n  a --> b\n  linkStyle 0 stroke:red" onclick="alert(1)`,
    `sequenceDiagram\n  A->>B: ${hostile}\n  Note over A,B: ${hostile}`,
    `erDiagram\n  A ||--o{ B : "${hostile}"\n  A {\n    int id PK "${hostile}"\n  }`,
    `stateDiagram-v2\n  a --> b : ${hostile}`,
    `classDiagram\n  class A {\n    +${hostile}\n  }\n  A <|-- B : ${hostile}`,
  ])('has no element, handler or address of its own: %#', (source) => {
    const drawn = draw(source);
    if (drawn.type === 'fault') return expect(drawn.text).not.toBe('');
    const html = renderToStaticMarkup(createElement(DiagramPicture, { svg: drawn.svg, label: 'Picture' }));
    const tags = new Set([...html.matchAll(/<([a-zA-Z]+)/g)].map(([, tag]) => tag));
    for (const tag of tags) expect(drawnTags).toContain(tag);
    const attributes = [...html.matchAll(/<[a-zA-Z]+((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g)]
      .map(([, each]) => each)
      .join(' ');
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, name = '']) => name);
    expect(names.filter((name) => /^(on.*|.*href|src|style)$/i.test(name))).toEqual([]);
    expect(attributes).not.toMatch(/javascript:|data:|url\((?!#d1-)/i);
  });

  const drawnTags = 'svg defs marker g rect polygon polyline line path circle ellipse text tspan title'.split(' ');

  test.each([
    ['a script', '<svg width="1"><script>alert(1)</script></svg>'],
    ['a handler', '<svg width="1"><g onclick="alert(1)"></g></svg>'],
    ['a link', '<svg width="1"><a href="javascript:alert(1)"><text>x</text></a></svg>'],
    ['an image from elsewhere', '<svg width="1"><image href="https://example.com/x.png"/></svg>'],
    ['another picture', '<svg width="1"><use href="#x"/></svg>'],
    ['a style', '<svg width="1"><rect style="fill:red"/></svg>'],
    ['a style sheet', '<svg width="1"><style>*{display:none}</style></svg>'],
    ['a colour from an address', '<svg width="1"><rect fill="url(https://example.com)"/></svg>'],
    ['a marker from elsewhere', '<svg width="1"><line marker-end="url(https://example.com#a)"/></svg>'],
    ['HTML inside', '<svg width="1"><foreignObject><p>x</p></foreignObject></svg>'],
    ['what is not closed', '<svg width="1"><g></svg>'],
    ['something after the end', '<svg width="1"></svg><p>x</p>'],
    ['a name that every object has', '<svg width="1"><g constructor="x"></g></svg>'],
  ])('is no picture with %s in it', (_, svg) => {
    expect(svgTree(svg)).toBeNull();
  });
});
