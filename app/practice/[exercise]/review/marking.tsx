'use client';
import { useRef, useState, type ReactNode } from 'react';
import type { Mark } from '#lib/answers';
import { Artefact } from './artefact.tsx';
import type { Lines, Selection } from './lines.ts';
import { MarkForm } from './mark-form.tsx';
import { MarkList } from './mark-list.tsx';
import type { Kind } from './results.ts';
import styles from './review.module.css';

/** A text under review and the defects to choose from, as a browser gets them. */
export type ReviewTask = {
  artefact: { name: string; linesHtml: string[] };
  defects: { id: string; name: string }[];
  falseMarksMax: number;
  markLinesMax: number;
};

type Props = {
  review: ReviewTask;
  marks: Mark[];
  onMarks: (marks: Mark[]) => void;
  /** What a verdict has said of lines. */
  news: (Lines & { kind: Kind })[];
  /** Stands under the marks; `show` takes the reader to lines. */
  children: (show: (lines: Lines) => void) => ReactNode;
};

/** A text beside the marks on it, by mouse, by touch and by keys. */
export function Marking({ review, marks, onMarks, news, children }: Props) {
  const { artefact, defects, markLinesMax } = review;
  const [selection, setSelection] = useState<Selection | null>(null);
  const defectField = useRef<HTMLSelectElement>(null);
  const [work, setWork] = useState<HTMLDivElement | null>(null);

  function show(lines: Lines) {
    setSelection({ anchor: lines.from, head: lines.to });
    const options = work?.querySelectorAll('[role="option"]');
    options?.[lines.from - 1]?.scrollIntoView({ block: 'center' });
    work?.querySelector<HTMLElement>('[role="listbox"]')?.focus({ preventScroll: true });
  }

  return (
    <div ref={setWork} className={styles.work}>
      <Artefact
        name={artefact.name}
        linesHtml={artefact.linesHtml}
        selection={selection}
        onSelect={setSelection}
        onChosen={() => defectField.current?.focus()}
        marks={marks}
        news={news}
      />
      <div className={styles.panel}>
        <MarkForm
          selection={selection}
          lineCount={artefact.linesHtml.length}
          markLinesMax={markLinesMax}
          defects={defects}
          onSelect={setSelection}
          defectField={defectField}
          onAdd={(mark) => {
            onMarks([...marks, mark].sort((a, b) => a.from - b.from || a.to - b.to));
            setSelection(null);
          }}
        />
        <div className={styles.side}>
          <MarkList
            marks={marks}
            defects={defects}
            onShow={show}
            onRemove={(index) => onMarks(marks.filter((_, at) => at !== index))}
          />
          {children(show)}
        </div>
      </div>
    </div>
  );
}
