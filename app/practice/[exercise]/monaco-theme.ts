import type { editor } from 'monaco-editor/editor';

/** The editor in the page's own colours, read from the tokens as they are now; `name` changes with the theme. */
export function monacoTheme(): { name: string; data: editor.IStandaloneThemeData } {
  const color = tokenReader();
  const dark = isDark(color('--paper'));
  const syntax = dark ? darkSyntax : lightSyntax;
  return {
    name: dark ? 'underpin-dark' : 'underpin-light',
    data: {
      base: dark ? 'vs-dark' : 'vs',
      inherit: true,
      rules: Object.entries(syntax).flatMap(([foreground, tokens]) =>
        tokens.map((token) => ({ token, foreground, ...(token === 'comment' && { fontStyle: 'italic' }) })),
      ),
      colors: {
        'editor.background': color('--paper'),
        'editor.foreground': color('--ink'),
        'editorLineNumber.foreground': color('--faint'),
        'editorLineNumber.activeForeground': color('--ink'),
        'editorCursor.foreground': color('--accent'),
        'editor.selectionBackground': color('--selection'),
        'editor.lineHighlightBackground': color('--sunk'),
        'editor.lineHighlightBorder': color('--sunk'),
        'editorWidget.background': color('--sunk'),
        'editorWidget.border': color('--line-strong'),
        'editorSuggestWidget.background': color('--sunk'),
        'editorSuggestWidget.selectedBackground': color('--accent-wash'),
        'editorSuggestWidget.selectedForeground': color('--ink'),
        'editorSuggestWidget.highlightForeground': color('--accent'),
        'editorSuggestWidget.focusHighlightForeground': color('--accent'),
        'editorHoverWidget.background': color('--sunk'),
        'editorIndentGuide.background1': color('--line'),
        'editorIndentGuide.activeBackground1': color('--line-strong'),
        'editorError.foreground': color('--bad'),
        'editorWarning.foreground': color('--warn'),
        // Brackets in six colours would be the loudest thing on the page.
        ...Object.fromEntries([1, 2, 3].map((depth) => [`editorBracketHighlight.foreground${depth}`, color('--ink')])),
        'editorBracketMatch.border': color('--line-strong'),
        'editorBracketMatch.background': color('--accent-wash'),
        focusBorder: color('--focus'),
      },
    },
  };
}

/** Calls back when the page's theme changes, by choice or by the system. Returns what ends it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}

// The colours of the highlighted starter, which is on the page before the editor is.
const lightSyntax = {
  '59626c': ['comment'],
  a0111f: ['keyword', 'operator.sql'],
  '032563': ['string', 'string.sql', 'regexp'],
  '023b95': ['number', 'constant', 'predefined.sql'],
  '702c00': ['type', 'type.identifier'],
};
const darkSyntax = {
  bdc4cc: ['comment'],
  ff9492: ['keyword', 'operator.sql'],
  addcff: ['string', 'string.sql', 'regexp'],
  '91cbff': ['number', 'constant', 'predefined.sql'],
  ffb757: ['type', 'type.identifier'],
};

/** Tokens may be written in any way CSS knows; painting one dot turns each into the `#rrggbb` that Monaco wants. */
function tokenReader(): (token: string) => string {
  const probe = document.createElement('span');
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return (token) => {
    document.body.append(probe);
    probe.style.color = `var(${token})`;
    const computed = getComputedStyle(probe).color;
    probe.remove();
    if (!context) return '#808080';
    context.fillStyle = computed;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
}

function isDark(hex: string): boolean {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return part(1) * 0.299 + part(3) * 0.587 + part(5) * 0.114 < 128;
}
