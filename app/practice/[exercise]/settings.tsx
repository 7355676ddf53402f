'use client';
import { useState, type ReactNode } from 'react';
import { Button } from '#components/button';
import { Segments } from '#components/segments';
import { editorSettings, fontSizesPx, tabWidths, type EditorSettings } from './editor-settings.ts';
import { Modal, ModalActions } from './modal.tsx';
import { useEditorSettings } from './use-editor-settings.ts';
import styles from './settings.module.css';
import workbench from './workbench.module.css';

/** How the editor looks and indents: applied at once, kept in this browser. */
export function Settings() {
  const [open, setOpen] = useState(false);
  const settings = useEditorSettings();
  return (
    <>
      <button type="button" className={workbench.small} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Settings
      </button>
      <Modal open={open} title="The editor" onClose={() => setOpen(false)}>
        <div className={styles.settings}>
          <Row title="Text size">
            <Segments<EditorSettings['fontSizePx']>
              legend="Text size in pixels"
              options={fontSizesPx.map((value) => ({ value, label: value }))}
              value={settings.fontSizePx}
              onChange={(fontSizePx) => editorSettings.change({ fontSizePx })}
            />
          </Row>
          <Row title="Tab width">
            <Segments<EditorSettings['tabWidth']>
              legend="Tab width in spaces"
              options={tabWidths.map((value) => ({ value, label: value === 'auto' ? 'By language' : value }))}
              value={settings.tabWidth}
              onChange={(tabWidth) => editorSettings.change({ tabWidth })}
            />
          </Row>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={settings.wordWrap}
              onChange={(event) => editorSettings.change({ wordWrap: event.target.checked })}
            />
            Wrap long lines
          </label>
        </div>
        <p className={styles.note}>Kept in this browser, for every exercise.</p>
        <ModalActions>
          <Button variant="primary" onClick={() => setOpen(false)}>
            Done
          </Button>
          <Button onClick={editorSettings.reset}>Back to the defaults</Button>
        </ModalActions>
      </Modal>
    </>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <p aria-hidden="true">{title}</p>
      {children}
    </div>
  );
}
