/**
 * One style sheet for all highlighted code and all diagrams: each class sets the colours of both themes, and one rule
 * per theme chooses. `styles` maps class names to their declarations (`--shiki-light:#…;--shiki-dark:#…`).
 */
export function codeCss(styles: ReadonlyMap<string, string>): string {
  const classes = [...styles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, style]) => `.${name}{${style}}`);
  return [...classes, ...common].join('\n') + '\n';
}

const dark =
  'color:var(--shiki-dark);font-style:var(--shiki-dark-font-style);font-weight:var(--shiki-dark-font-weight)';

const common = [
  `.shiki span{color:var(--shiki-light);font-style:var(--shiki-light-font-style);font-weight:var(--shiki-light-font-weight)}`,
  `[data-theme=dark] .shiki span{${dark}}`,
  // Without scripts nothing sets the theme, and the system decides.
  `@media (prefers-color-scheme:dark){:root:not([data-theme]) .shiki span{${dark}}}`,
  `.diagram svg{display:block;max-width:100%;height:auto;margin-inline:auto}`,
  `.diagram .mono{font-family:var(--font-mono,ui-monospace,monospace)}`,
];
