import { Button } from '#components/button';
import { problemWords, type Recorder, type Recording } from './recorder.ts';
import styles from './rehearse.module.css';

type Props = {
  recording: Recording;
  recorder: Pick<Recorder, 'start' | 'discard' | 'snapshot'>;
  /** The clock goes with the recording. */
  onStart: () => void;
  onStop: () => void;
};

/** Record, listen, discard; or in words why that cannot be. */
export function RecordingControls({ recording, recorder, onStart, onStop }: Props) {
  async function record() {
    await recorder.start();
    if (recorder.snapshot().status === 'recording') onStart();
  }

  return (
    <section className={styles.recording} aria-labelledby="recording">
      <h3 id="recording">Listen to yourself</h3>
      <p className={styles.note}>
        If you like. The recording stays in the memory of this page: it is sent nowhere, stored nowhere, and gone when
        you leave.
      </p>
      <p role="status" className={styles.news}>
        {statusWords(recording)}
      </p>
      <div className={styles.actions}>
        {recording.status === 'recording' ? (
          <Button variant="primary" onClick={onStop}>
            Stop recording
          </Button>
        ) : (
          <Button aria-disabled={recording.status === 'asking'} onClick={() => void record()}>
            {recording.status === 'recorded' ? 'Record again, in place of this one' : 'Record'}
          </Button>
        )}
        {(recording.status === 'recording' || recording.status === 'recorded') && (
          <Button onClick={recorder.discard}>Discard the recording</Button>
        )}
      </div>
      {recording.status === 'recorded' && (
        <audio controls src={recording.url} aria-label="Your recording" className={styles.audio} />
      )}
    </section>
  );
}

function statusWords(recording: Recording): string {
  if (recording.status === 'asking') return 'The browser asks for the microphone.';
  if (recording.status === 'recording') return 'Recording.';
  if (recording.status === 'recorded') return 'Recorded. It is on this page alone.';
  return recording.status === 'failed' ? problemWords[recording.problem] : '';
}
