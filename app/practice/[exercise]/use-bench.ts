'use client';
import { useCallback, useId, useRef, useState } from 'react';
import type { EditorHandle } from '#components/code-editor';
import type { LearnerFiles, Place } from '#lib/verdict';
import type { PaneName } from './pane-tabs.tsx';
import type { Draft } from './use-drafts.ts';
import { useFileChoice } from './use-file-choice.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';

export type Bench = ReturnType<typeof useBench>;

/** What every workbench has: the file that is in the editor, the pane in front, and what is handed in. */
export function useBench(exercise: WorkbenchExercise, drafts: Draft[]) {
  const { files, submits } = exercise;
  const editorId = useId();
  const [index, choose] = useFileChoice(files, submits);
  const [pane, setPane] = useState<PaneName>('task');
  const editor = useRef<EditorHandle>(null);
  const onReady = useCallback((handle: EditorHandle) => void (editor.current = handle), []);

  /** What is handed in now with this file, on its way to the server as a draft too. */
  function handIn(name: string): LearnerFiles {
    const chosen = files.flatMap((each, at) => (submits === 'all' || each.name === name ? [at] : []));
    for (const at of chosen) drafts[at]!.store.flush();
    return Object.fromEntries(chosen.map((at) => [files[at]!.name, drafts[at]!.store.snapshot().source]));
  }

  function goTo(place: Place) {
    setPane('editor');
    choose(place.file);
    // On a phone the editor is not on the page until its tab is.
    requestAnimationFrame(() => editor.current?.reveal(place.line, place.column));
  }

  return {
    ...{ exercise, drafts, editorId, onReady, pane, setPane, choose, handIn, goTo },
    file: files[index]!,
    ...drafts[index]!,
  };
}
