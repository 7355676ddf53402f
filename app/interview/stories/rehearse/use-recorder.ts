'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { recorder, type Recorder, type Recording } from './recorder.ts';

const none: Recording = { status: 'none' };

/** The recorder of this page; leaving the page discards what it holds. */
export function useRecorder(): { recording: Recording; recorder: Recorder } {
  const [here] = useState(() =>
    recorder({
      openMicrophone: devices() && (() => devices()!.getUserMedia({ audio: true })),
      newMediaRecorder: 'MediaRecorder' in globalThis ? (stream) => new MediaRecorder(stream) : undefined,
      toUrl: (sound) => URL.createObjectURL(sound),
      dropUrl: (url) => URL.revokeObjectURL(url),
    }),
  );
  useEffect(() => () => here.discard(), [here]);
  return { recording: useSyncExternalStore(here.subscribe, here.snapshot, () => none), recorder: here };
}

/** Browsers have none on pages over plain http. */
function devices(): MediaDevices | undefined {
  return (globalThis.navigator as Navigator | undefined)?.mediaDevices as MediaDevices | undefined;
}
