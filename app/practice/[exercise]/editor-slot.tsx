'use client';
import {
  Component,
  lazy,
  Suspense,
  useEffect,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { CodeEditor, type EditorHandle } from '#components/code-editor';
import type { Kind } from '#components/labels';
import type { StoreModule } from '#lib/store-modules';
import type { Language } from '#lib/verdict';
import { spacesOf, textSize } from './editor-settings.ts';
import { useEditorSettings } from './use-editor-settings.ts';
import styles from './editor.module.css';

type Props = {
  /** Of the exercise: it says what the code has around it. */
  kind: Kind;
  modules: StoreModule[];
  fileName: string;
  language: Language;
  starter: string;
  /** The starter, highlighted on the server: what there is to read before an editor has arrived. */
  starterHtml: string;
  value: string;
  onChange: (value: string) => void;
  onReady: (handle: EditorHandle) => void;
};

const MonacoEditor = lazy(() => import('./monaco-editor.tsx').then((module) => ({ default: module.MonacoEditor })));

/** Monaco where there is a mouse, the plain editor on touch devices and wherever Monaco does not load. */
export function EditorSlot({ kind, modules, starter, starterHtml, ...editor }: Props) {
  const coarse = useSyncExternalStore(watchPointer, isCoarse, () => false);
  const settings = useEditorSettings();
  const own = editor.value !== starter;
  const shown = useWanted() || coarse || own;
  // A file has an editor of its own, and so its own history to undo.
  const look = {
    ...textSize(settings),
    indentWidth: spacesOf(settings, editor.language),
    wordWrap: settings.wordWrap,
  };
  // Below 16 px a phone zooms the page in when a field gets the focus.
  const text = coarse && look.sizePx < 16 ? null : look;
  const size = text && { '--text-editor': `${text.sizePx}px`, '--line-editor': `${text.linePx}px` };
  const { indentWidth, wordWrap } = look;
  const plain = (
    <CodeEditor
      key={editor.fileName}
      {...editor}
      label={editor.fileName}
      indentWidth={indentWidth}
      wordWrap={wordWrap}
    />
  );
  return (
    <div className={styles.slot} style={size as CSSProperties}>
      {own ? (
        <OwnCode source={editor.value} />
      ) : (
        <div className={styles.placeholder} inert={shown} dangerouslySetInnerHTML={{ __html: starterHtml }} />
      )}
      {shown && (
        <div className={styles.editor}>
          {coarse ? (
            plain
          ) : (
            <OrElse fallback={plain}>
              <Suspense>
                <MonacoEditor kind={kind} modules={modules} look={look} {...editor} />
              </Suspense>
            </OrElse>
          )}
        </div>
      )}
    </div>
  );
}

/** The learner's own version, in black, for the moment until its editor is there. */
function OwnCode({ source }: { source: string }) {
  return (
    <div className={styles.placeholder} inert>
      <pre>
        {source.split('\n').map((line, index) => (
          <span key={index} className="line">
            {line + '\n'}
          </span>
        ))}
      </pre>
    </div>
  );
}

/** Monaco is a megabyte: it comes with the first sign of a person, or when the page has had nothing to do for a while. */
function useWanted(): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel'] as const;
    for (const sign of signs) addEventListener(sign, want, { once: true, passive: true });
    const timer = setTimeout(want, idleMs);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, want);
    };
  }, []);
  return wanted;
}

const idleMs = 2500;

const coarsePointer = '(pointer: coarse)';

function watchPointer(changed: () => void) {
  const query = matchMedia(coarsePointer);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function isCoarse() {
  return matchMedia(coarsePointer).matches;
}

/** React catches what fails while rendering, a chunk that did not load among it, with a class alone. */
class OrElse extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
