'use client';
import { Fragment, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '#components/button';
import type { Kind } from '#components/labels';
import { singleKeysAreOn } from '#components/search-keys';
import { editorSettings } from './editor-settings.ts';
import { joinOf, keyMap } from './key-map.ts';
import { Modal, ModalActions } from './modal.tsx';
import { usePlatform } from './platform.ts';
import { useEditorSettings } from './use-editor-settings.ts';
import styles from './settings.module.css';
import workbench from './workbench.module.css';

/** The list of all keys, behind a button and the question mark. */
export function Keys({ kind }: { kind: Kind }) {
  const [open, setOpen] = useState(false);
  const { questionMark } = useEditorSettings();
  const platform = usePlatform();
  useQuestionMark(() => {
    if (questionMark) setOpen(true);
  });
  return (
    <>
      <button type="button" className={workbench.small} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Keys
      </button>
      <Modal open={open} title="Keys" onClose={() => setOpen(false)}>
        {keyMap(kind, platform).map(({ title, keys }) => (
          <table key={title} className={styles.keys}>
            <caption>{title}</caption>
            <tbody>
              {keys.map(({ does, press }) => (
                <tr key={does}>
                  <th scope="row">{does}</th>
                  <td>
                    {press.map((together, index) => (
                      <Fragment key={index}>
                        {index > 0 && ` ${joinOf(does)} `}
                        {together.map((name, at) => (
                          <Fragment key={name}>
                            {at > 0 && ' '}
                            <kbd>{name}</kbd>
                          </Fragment>
                        ))}
                      </Fragment>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={questionMark}
            onChange={(event) => editorSettings.change({ questionMark: event.target.checked })}
          />
          Open this list with the question mark key
        </label>
        <ModalActions>
          <Button variant="primary" onClick={() => setOpen(false)}>
            Done
          </Button>
        </ModalActions>
      </Modal>
    </>
  );
}

/** Where nothing is being typed, `?` is a question. */
function useQuestionMark(onAsk: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]') || !singleKeysAreOn()) return;
    const typing = 'input, textarea, select, [contenteditable], [role="textbox"], .monaco-editor';
    if (event.target instanceof Element && event.target.closest(typing)) return;
    event.preventDefault();
    onAsk();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
