'use client';
import { Editor, loader } from '@monaco-editor/react';
import { useEffect, useState } from 'react';
import type { EditorHandle } from '#components/code-editor';
import type { Kind } from '#components/labels';
import type { StoreModule } from '#lib/store-modules';
import type { Language } from '#lib/verdict';
import { monaco, setSurroundings } from './monaco.ts';
import { monacoTheme, onThemeChange } from './monaco-theme.ts';
import styles from './editor.module.css';

// Our own copy: by itself the loader fetches Monaco from a CDN. Its types name a path that monaco-editor no longer has.
loader.config({ monaco: monaco as never });

type Props = {
  kind: Kind;
  modules: StoreModule[];
  look: { sizePx: number; linePx: number; indentWidth: number; wordWrap: boolean };
  fileName: string;
  language: Language;
  value: string;
  onChange: (value: string) => void;
  onReady: (handle: EditorHandle) => void;
};

/** Monaco on one file at a time; each keeps its history. What is typed goes out through `onChange`; a `value` from elsewhere comes in as one undoable edit. */
export function MonacoEditor({ kind, modules, look, fileName, language, value, onChange, onReady }: Props) {
  const [theme, setTheme] = useState(defineTheme);
  useEffect(() => setSurroundings(kind, modules), [kind, modules]);
  useEffect(() => onThemeChange(() => setTheme(defineTheme())), []);

  function onMount(editor: monaco.editor.IStandaloneCodeEditor) {
    const withLineFeeds = () => editor.getModel()?.setEOL(monaco.editor.EndOfLineSequence.LF);
    withLineFeeds();
    editor.onDidChangeModel(withLineFeeds);
    // Widths measured before the typeface had arrived would put the cursor beside the letters.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    escapeThenTab(editor);
    onReady({
      reveal: (lineNumber, column = 1) => {
        editor.setPosition({ lineNumber, column });
        editor.revealLineInCenterIfOutsideViewport(lineNumber);
        editor.focus();
      },
      focus: () => editor.focus(),
    });
  }

  return (
    <Editor
      path={`file:///${fileName}`}
      language={language}
      value={value}
      theme={theme}
      options={{
        ...options,
        fontSize: look.sizePx,
        lineHeight: look.linePx,
        tabSize: look.indentWidth,
        wordWrap: look.wordWrap ? 'on' : 'off',
        ariaLabel: `${fileName}. ${keysHint}`,
      }}
      loading={null}
      wrapperProps={{ className: styles.monaco }}
      onChange={(changed) => onChange(changed ?? '')}
      onMount={onMount as never}
    />
  );
}

const keysHint = 'Press Escape, then Tab, to leave the editor.';

// Paddings are those of the placeholder in editor.module.css, so that nothing moves when Monaco takes its place.
const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  minimap: { enabled: false },
  fontFamily: 'var(--font-code)',
  fontLigatures: false,
  padding: { top: 12, bottom: 12 },
  glyphMargin: false,
  folding: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  scrollBeyondLastLine: false,
  insertSpaces: true,
  detectIndentation: false,
  fixedOverflowWidgets: true,
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerLanes: 0,
  stickyScroll: { enabled: false },
  renderFinalNewline: 'on',
  quickSuggestions: { comments: false, strings: false, other: true },
};

/** Colours are read from the page anew each time, because a theme of the same name may have been defined before they changed. */
function defineTheme(): string {
  const { name, data } = monacoTheme();
  monaco.editor.defineTheme(name, data);
  return name;
}

/** Escape, when it has nothing else to close, lets the next Tab leave; any other key takes that back. */
function escapeThenTab(editor: monaco.editor.IStandaloneCodeEditor) {
  editor.addAction({
    id: 'underpin.tab-leaves',
    label: 'Leave the editor with the next Tab',
    keybindings: [monaco.KeyCode.Escape],
    precondition:
      'editorTextFocus && !suggestWidgetVisible && !findWidgetVisible && !parameterHintsVisible && !renameInputVisible' +
      ' && !editorHasSelection && !editorHasMultipleSelections && !inSnippetMode && !markersNavigationVisible',
    run: () => editor.updateOptions({ tabFocusMode: true }),
  });
  const takeBack = () => editor.updateOptions({ tabFocusMode: false });
  editor.onKeyDown(({ keyCode }) => {
    if (![monaco.KeyCode.Escape, monaco.KeyCode.Tab, monaco.KeyCode.Shift].includes(keyCode)) takeBack();
  });
  editor.onDidBlurEditorText(takeBack);
}
