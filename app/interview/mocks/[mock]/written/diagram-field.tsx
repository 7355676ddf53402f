'use client';
import { useId } from 'react';
import { Button } from '#components/button';
import { sectionCharsMax, type AnswerForm } from '#lib/mock';
import { DiagramPicture } from './diagram-picture.tsx';
import { cutWords, diagramStarters } from './section-words.ts';
import { unloadedWords, useDiagram, type DiagramState } from './use-diagram.ts';
import styles from './written.module.css';

type Props = {
  form: Extract<AnswerForm, 'design' | 'api'>;
  source: string;
  disabled: boolean;
  onChange: (source: string) => void;
};

/** Mermaid text beside its picture. The text is the answer; the picture follows it. */
export function DiagramField({ form, source, disabled, onChange }: Props) {
  const field = useId();
  const state = useDiagram(source);
  return (
    <div className={styles.section}>
      <h3>
        <label htmlFor={field}>Diagram</label>
      </h3>
      <p id={`${field}-prompt`} className={styles.prompt}>
        Written as text in Mermaid, drawn beside it as you type. A few boxes and arrows that your text refers to.
      </p>
      <div className={styles.diagramPair}>
        <div>
          <textarea
            id={field}
            className={styles.source}
            rows={8}
            value={source}
            readOnly={disabled}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            maxLength={sectionCharsMax}
            aria-describedby={`${field}-prompt ${field}-state`}
            onChange={(event) => onChange(event.target.value)}
          />
          {source.trim() === '' && !disabled && (
            <Button variant="quiet" onClick={() => onChange(diagramStarters[form])}>
              Begin with an example
            </Button>
          )}
          <Forms />
        </div>
        <Picture id={`${field}-state`} state={state} isEmpty={source.trim() === ''} cut={cutWords(source)} />
      </div>
    </div>
  );
}

function Picture({ id, state: { picture, fault, renderer, retry }, isEmpty, cut }: PictureProps) {
  return (
    <div>
      <div
        className={styles.picture}
        data-stale={fault !== null}
        tabIndex={picture ? 0 : undefined}
        role={picture ? 'group' : undefined}
        aria-label={picture ? 'Picture of the diagram, scrolls sideways' : undefined}
      >
        {picture ? (
          <DiagramPicture svg={picture.svg} label="Drawn from the text beside it" />
        ) : (
          <p className={styles.nothing}>
            {renderer === 'loading' ? 'Loading the renderer' : 'The picture appears here.'}
          </p>
        )}
      </div>
      <div id={id} role="status" className={styles.drawState}>
        {cut && <p>{cut}</p>}
        {!isEmpty && (renderer === 'failed' || renderer === 'too-slow') && (
          <p>
            {unloadedWords[renderer]} Your text is kept as it is.{' '}
            <button type="button" className={styles.small} onClick={retry}>
              Try again
            </button>
          </p>
        )}
        {fault && (
          <p>
            {fault.line === null ? 'Not drawn: ' : `Line ${fault.line} is not drawn: `}
            {fault.text}.{picture && ' The picture shows the text before.'}
          </p>
        )}
      </div>
    </div>
  );
}

type PictureProps = { id: string; state: DiagramState; isEmpty: boolean; cut: string };

/** The forms that suffice, for those who know what to draw and not how to write it. */
function Forms() {
  return (
    <details className={styles.forms}>
      <summary>How to write a diagram</summary>
      <dl>
        <div>
          <dt>Boxes and arrows</dt>
          <dd>
            <pre>{'flowchart LR\n  api[API] -->|reads| cache[(Cache)]\n  api --> db[(Database)]'}</pre>
          </dd>
        </div>
        <div>
          <dt>Who calls whom, in order</dt>
          <dd>
            <pre>{'sequenceDiagram\n  Client->>API: GET /orders\n  API-->>Client: 200 OK'}</pre>
          </dd>
        </div>
        <div>
          <dt>Tables</dt>
          <dd>
            <pre>{'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    bigint id PK\n  }'}</pre>
          </dd>
        </div>
      </dl>
    </details>
  );
}
