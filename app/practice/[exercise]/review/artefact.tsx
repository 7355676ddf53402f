'use client';
import { Check, X } from 'lucide-react';
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Mark } from '#lib/answers';
import { holds, linesOf, moved, type Lines, type Selection } from './lines.ts';
import styles from './artefact.module.css';

/** What a judged line is said to be. */
export type LineNews = Lines & { kind: 'found' | 'missed' | 'false-mark' };

type Props = {
  name: string;
  linesHtml: string[];
  selection: Selection | null;
  onSelect: (selection: Selection | null) => void;
  /** Enter or Space: on to saying what is wrong there. */
  onChosen: () => void;
  marks: Mark[];
  news: LineNews[];
};

const newsWords = { found: 'found', missed: 'not found', 'false-mark': 'false mark' } as const;

/** The text under review, line by line: a list from which one line or several are chosen, by pointer or by keys. */
export function Artefact({ name, linesHtml, selection, onSelect, onChosen, marks, news }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = selection && linesOf(selection);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return onSelect(null);
    if (selection && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      return onChosen();
    }
    const next = moved(selection, event.key, event.shiftKey, linesHtml.length);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
    document.getElementById(`${id}-${next.head}`)?.scrollIntoView({ block: 'nearest' });
  }

  function onPointerDown(event: PointerEvent, line: number) {
    if (event.button !== 0) return;
    // Shift would choose text as well, from wherever the pointer was last.
    if (event.shiftKey) {
      event.preventDefault();
      list.current?.focus({ preventScroll: true });
    }
    onSelect({ anchor: event.shiftKey && selection ? selection.anchor : line, head: line });
  }

  return (
    <figure className={styles.artefact}>
      <figcaption className={styles.caption}>
        <span className={styles.name}>{name}</span>
        <span className={styles.keys}>
          Click a line, Shift-click or drag for several. Keys: arrows, Shift and arrows, then Enter.
        </span>
      </figcaption>
      <div
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={`Lines of ${name}`}
        aria-activedescendant={selection ? `${id}-${selection.head}` : undefined}
        tabIndex={0}
        className={`shiki ${styles.lines}`}
        onKeyDown={onKeyDown}
      >
        {linesHtml.map((html, index) => {
          const line = index + 1;
          const marked = marks.flatMap((mark, at) => (holds(mark, line) ? [at + 1] : []));
          const told = news.filter((lines) => holds(lines, line));
          return (
            <div
              key={line}
              id={`${id}-${line}`}
              role="option"
              aria-selected={chosen ? holds(chosen, line) : false}
              className={styles.line}
              data-marked={marked.length > 0 || undefined}
              data-news={told[0]?.kind}
              data-active={selection?.head === line || undefined}
              onPointerDown={(event) => onPointerDown(event, line)}
              onPointerEnter={(event) => {
                if (event.buttons === 1 && event.pointerType === 'mouse' && selection)
                  onSelect({ ...selection, head: line });
              }}
            >
              <span className={styles.number}>{line}</span>
              <code className={styles.code} dangerouslySetInnerHTML={{ __html: html === '' ? ' ' : html }} />
              <span className={styles.signs}>
                {marked.length > 0 && (
                  <>
                    <span className="visually-hidden">, mark </span>
                    <span className={styles.sign}>{marked.join(', ')}</span>
                  </>
                )}
                {told.map(({ kind }, at) => {
                  const Icon = kind === 'found' ? Check : X;
                  return (
                    <span key={at} className={styles.news} data-kind={kind}>
                      <Icon size={14} strokeWidth={2.5} aria-hidden="true" />
                      <span className="visually-hidden">, {newsWords[kind]}</span>
                    </span>
                  );
                })}
              </span>
            </div>
          );
        })}
      </div>
    </figure>
  );
}
