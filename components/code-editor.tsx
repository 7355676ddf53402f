'use client';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import {
  bracketIndent,
  closingBracket,
  indent,
  newLine,
  offsetOf,
  outdent,
  pythonIndent,
  type EditedText,
  type IndentStyle,
  type TextEdit,
} from '#lib/code-indent';
import type { Language } from '#lib/verdict';
import styles from './code-editor.module.css';

/** What a page may ask of any editor, this one or Monaco. Lines and columns count from 1. */
export type EditorHandle = { reveal: (line: number, column?: number) => void; focus: () => void };

type Props = {
  value: string;
  onChange: (value: string) => void;
  /** What it edits, for screen readers: `solution.ts`. */
  label: string;
  /** How it is indented; Python takes four spaces. */
  language?: Language;
  /** Grows with its text instead of filling the space it is given. */
  grows?: boolean;
  autoFocus?: boolean;
  /** Spaces that Tab puts in; by language where it is not given. */
  indentWidth?: number;
  /** Long lines go on below, and there are no line numbers, which could not keep beside them. */
  wordWrap?: boolean;
  onReady?: (handle: EditorHandle) => void;
};

/** A plain text editor for code: line numbers, indenting, and nothing that a phone or a lesson page has to wait for. */
export function CodeEditor({
  value,
  onChange,
  label,
  language,
  grows = false,
  autoFocus = false,
  indentWidth,
  wordWrap = false,
  onReady,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  // Escape arms the Tab key to leave the editor once, so that nobody who works by keyboard is caught in here.
  const tabLeaves = useRef(false);
  const hintId = useId();
  const ofLanguage = language === 'python' ? pythonIndent : bracketIndent;
  const indentStyle = indentWidth ? { ...ofLanguage, step: ' '.repeat(indentWidth) } : ofLanguage;
  const lineCount = value.split('\n').length;

  useEffect(() => {
    onReady?.({ reveal: (line, column) => reveal(area.current, line, column), focus: () => area.current?.focus() });
  }, [onReady]);

  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const leaves = tabLeaves.current;
    if (event.key !== 'Shift') tabLeaves.current = event.key === 'Escape';
    if (event.key === 'Tab' && leaves) return;
    const edit = editFor(event.key, event.shiftKey, event.currentTarget, indentStyle);
    if (!edit) return;
    event.preventDefault();
    apply(event.currentTarget, edit);
  }

  return (
    <div className={styles.editor} data-grows={grows} data-wraps={wordWrap}>
      <div className={styles.gutter} aria-hidden="true">
        <div ref={numbers} className={styles.numbers}>
          {Array.from({ length: lineCount }, (_, index) => index + 1).join('\n')}
        </div>
      </div>
      <textarea
        ref={area}
        className={styles.area}
        value={value}
        rows={grows ? lineCount : undefined}
        wrap={wordWrap ? 'soft' : 'off'}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        translate="no"
        aria-label={label}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (tabLeaves.current = false)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.style.transform = `translateY(${-event.currentTarget.scrollTop}px)`;
        }}
      />
      <span id={hintId} className="visually-hidden">
        Tab indents. To leave the editor press Escape, then Tab.
      </span>
    </div>
  );
}

function editFor(key: string, shift: boolean, area: HTMLTextAreaElement, style: IndentStyle): TextEdit | null {
  const edited: EditedText = { text: area.value, start: area.selectionStart, end: area.selectionEnd };
  if (key === 'Tab') return shift ? outdent(edited, style) : indent(edited, style);
  if (key === 'Enter') return newLine(edited, style);
  return key === ')' || key === ']' || key === '}' ? closingBracket(edited, key, style) : null;
}

/** `insertText` is the one way of changing a textarea that the browser's own undo still knows about. */
function apply(area: HTMLTextAreaElement, edit: TextEdit) {
  area.setSelectionRange(edit.from, edit.to);
  const done =
    edit.insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, edit.insert);
  if (!done) {
    area.setRangeText(edit.insert, edit.from, edit.to);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(edit.start, edit.end);
}

function reveal(area: HTMLTextAreaElement | null, line: number, column?: number) {
  if (!area) return;
  const offset = offsetOf(area.value, line, column);
  area.focus();
  area.setSelectionRange(offset, offset);
  const lineHeightPx = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (line - 1) * lineHeightPx - area.clientHeight / 2);
}
