'use client';
import { useSyncExternalStore } from 'react';
import { editorSettings, type EditorSettings } from './editor-settings.ts';

export function useEditorSettings(): EditorSettings {
  return useSyncExternalStore(editorSettings.subscribe, editorSettings.snapshot, editorSettings.serverSnapshot);
}
