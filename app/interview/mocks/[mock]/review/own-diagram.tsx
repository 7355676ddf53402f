'use client';
import { DiagramPicture } from '../written/diagram-picture.tsx';
import { unloadedWords, useDiagram } from '../written/use-diagram.ts';
import styles from './review.module.css';

/** A diagram as it was handed in: its picture where it can be drawn, and its text in any case. */
export function OwnDiagram({ source }: { source: string }) {
  const { picture, fault, renderer, retry } = useDiagram(source);
  return (
    <div className={styles.diagram}>
      {picture && (
        <div className={styles.picture} role="group" aria-label="Your diagram, scrolls sideways" tabIndex={0}>
          <DiagramPicture svg={picture.svg} label="Drawn from the text below" />
        </div>
      )}
      {fault && (
        <p className={styles.none}>
          {fault.line === null ? 'Not drawn: ' : `Not drawn, because of line ${fault.line}: `}
          {fault.text}.
        </p>
      )}
      {(renderer === 'failed' || renderer === 'too-slow') && (
        <p className={styles.none}>
          {unloadedWords[renderer]}{' '}
          <button type="button" className={styles.small} onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <details>
        <summary>Its text</summary>
        <pre tabIndex={0} aria-label="Text of the diagram" role="group">
          {source}
        </pre>
      </details>
    </div>
  );
}
