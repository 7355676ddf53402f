/**
 * Records the learner's voice. What was said is kept in the memory of the page alone: it is sent nowhere and stored
 * nowhere, and is gone when it is discarded or the page is left.
 */

export type Recording =
  | { status: 'none' }
  | { status: 'asking' }
  | { status: 'recording' }
  | { status: 'recorded'; url: string }
  /** `problem` says why nothing is recorded. */
  | { status: 'failed'; problem: RecordingProblem };

export type RecordingProblem = 'refused' | 'no-microphone' | 'in-use' | 'unsupported' | 'unrecordable';

export type Recorder = ReturnType<typeof recorder>;

type Deps = {
  /** Undefined where the browser has no microphone to give, as on a page over plain http. */
  openMicrophone: (() => Promise<MediaStream>) | undefined;
  newMediaRecorder: ((stream: MediaStream) => MediaRecorder) | undefined;
  toUrl: (sound: Blob) => string;
  dropUrl: (url: string) => void;
};

/** Made for `useSyncExternalStore`. */
export function recorder({ openMicrophone, newMediaRecorder, toUrl, dropUrl }: Deps) {
  let state: Recording = { status: 'none' };
  let running: { media: MediaRecorder; stream: MediaStream } | null = null;
  /** Grows whenever what is under way is to be forgotten. */
  let take = 0;
  const listeners = new Set<() => void>();

  function show(next: Recording) {
    if (state.status === 'recorded') dropUrl(state.url);
    state = next;
    for (const listener of listeners) listener();
  }

  function release() {
    // The browser shows that it listens until every track is stopped.
    for (const track of running?.stream.getTracks() ?? []) track.stop();
    running = null;
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
    async start(): Promise<void> {
      if (state.status === 'asking' || state.status === 'recording') return;
      if (!openMicrophone || !newMediaRecorder) return show({ status: 'failed', problem: 'unsupported' });
      const mine = ++take;
      show({ status: 'asking' });
      let stream: MediaStream;
      try {
        stream = await openMicrophone();
      } catch (cause) {
        if (mine === take) show({ status: 'failed', problem: problemOf(cause) });
        return;
      }
      if (mine !== take) return stream.getTracks().forEach((track) => track.stop());
      try {
        const media = newMediaRecorder(stream);
        const pieces: Blob[] = [];
        media.addEventListener('dataavailable', ({ data }) => void pieces.push(data));
        media.addEventListener('stop', () => {
          if (mine !== take) return;
          release();
          show({ status: 'recorded', url: toUrl(new Blob(pieces, { type: media.mimeType })) });
        });
        media.start();
        running = { media, stream };
      } catch {
        stream.getTracks().forEach((track) => track.stop());
        return show({ status: 'failed', problem: 'unrecordable' });
      }
      show({ status: 'recording' });
    },
    /** Ends the recording; it can be played then. */
    stop(): void {
      if (running?.media.state !== 'inactive') running?.media.stop();
    },
    /** Forgets what was recorded or is being recorded, and lets the microphone go. */
    discard(): void {
      take += 1;
      const media = running?.media;
      release();
      if (media && media.state !== 'inactive') media.stop();
      show({ status: 'none' });
    },
  };
}

function problemOf(cause: unknown): RecordingProblem {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-microphone';
  if (name === 'NotReadableError' || name === 'AbortError') return 'in-use';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'unsupported';
}

export const problemWords: Record<RecordingProblem, string> = {
  refused:
    'The browser did not give the microphone. Allow it for this site beside the address and try again; the clock works without it.',
  'no-microphone': 'No microphone was found. Connect one and try again; the clock works without it.',
  'in-use': 'The microphone could not be opened: another program may be using it. Close that and try again.',
  unsupported:
    'This browser cannot record here. It needs a page over https or from localhost; the clock works without it.',
  unrecordable:
    'The browser gave the microphone but cannot record from it. Try another microphone or another browser; the clock works without it.',
};
