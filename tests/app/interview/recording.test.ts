import { expect, test, vi } from 'vitest';
import { clockFace, clockNews, rehearsalClock } from '../../../app/interview/stories/rehearse/clock.ts';
import { hasOthersHeaders } from '../../../app/interview/stories/rehearse/own-headers.ts';
import { problemWords, recorder } from '../../../app/interview/stories/rehearse/recorder.ts';
import { RecordingControls } from '../../../app/interview/stories/rehearse/recording-controls.tsx';
import { wordsOf } from '../../components/render.ts';

/** A microphone and a MediaRecorder that behave as a browser's do. */
function newBrowser({ refuses, breaks }: { refuses?: string; breaks?: 'made' | 'started' } = {}) {
  const urls = new Map<string, Blob>();
  const tracks: { stopped: boolean }[] = [];
  let answer: (() => void) | null = null;
  class FakeMediaRecorder extends EventTarget {
    state = 'inactive';
    mimeType = 'audio/webm';
    constructor() {
      super();
      if (breaks === 'made') throw new DOMException('no such sound', 'NotSupportedError');
    }
    start() {
      if (breaks === 'started') throw new DOMException('no such sound', 'NotSupportedError');
      this.state = 'recording';
    }
    stop() {
      this.state = 'inactive';
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['words']) }));
      this.dispatchEvent(new Event('stop'));
    }
  }
  const here = recorder({
    openMicrophone: () =>
      new Promise((resolve, reject) => {
        answer = () => {
          if (refuses) return reject(new DOMException('no', refuses));
          const track = { stopped: false, stop: () => (track.stopped = true) };
          tracks.push(track);
          resolve({ getTracks: () => [track] } as unknown as MediaStream);
        };
      }),
    newMediaRecorder: () => new FakeMediaRecorder() as unknown as MediaRecorder,
    toUrl: (sound) => {
      const url = `blob:${urls.size + 1}`;
      urls.set(url, sound);
      return url;
    },
    dropUrl: (url) => void urls.delete(url),
  });
  const record = async () => {
    const started = here.start();
    answer?.();
    await started;
  };
  return { here, record, urls, tracks, allow: () => answer?.() };
}

test('what was said can be played back, and the microphone is let go when the recording ends', async () => {
  const { here, record, urls, tracks } = newBrowser();
  await record();
  expect(here.snapshot()).toEqual({ status: 'recording' });
  here.stop();
  expect(here.snapshot()).toEqual({ status: 'recorded', url: 'blob:1' });
  expect(await urls.get('blob:1')?.text()).toBe('words');
  expect(tracks).toMatchObject([{ stopped: true }]);
});

test('discarding leaves nothing: neither the sound nor an open microphone, also in the middle', async () => {
  const { here, record, urls, tracks } = newBrowser();
  await record();
  here.stop();
  here.discard();
  expect([here.snapshot().status, urls.size]).toEqual(['none', 0]);
  await record();
  here.discard();
  expect([here.snapshot().status, urls.size]).toEqual(['none', 0]);
  expect(tracks).toMatchObject([{ stopped: true }, { stopped: true }]);
});

test('leaving while the browser still asks lets go of a microphone that is given too late', async () => {
  const { here, tracks, allow } = newBrowser();
  const started = here.start();
  here.discard();
  allow();
  await started;
  expect(here.snapshot()).toEqual({ status: 'none' });
  expect(tracks).toMatchObject([{ stopped: true }]);
});

test('a new recording takes the place of the old one, which is forgotten', async () => {
  const { here, record, urls } = newBrowser();
  for (let round = 1; round <= 2; round += 1) {
    await record();
    here.stop();
  }
  expect(here.snapshot().status).toBe('recorded');
  expect(urls.size).toBe(1);
});

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'no-microphone'],
  ['NotReadableError', 'in-use'],
] as const)(
  'a microphone that is not given (%s) is explained in words, and one can try again',
  async (name, problem) => {
    const { here, record } = newBrowser({ refuses: name });
    await record();
    expect(here.snapshot()).toEqual({ status: 'failed', problem });
    const words = wordsOf(RecordingControls, {
      recording: here.snapshot(),
      recorder: here,
      onStart: () => undefined,
      onStop: () => undefined,
    });
    expect(words).toContain(problemWords[problem]);
    expect(words).toMatch(/Record$/);
  },
);

test.each(['made', 'started'] as const)(
  'a recorder that cannot be %s lets the microphone go and says so, and one can try again',
  async (breaks) => {
    const { here, record, tracks } = newBrowser({ breaks });
    await record();
    expect(here.snapshot()).toEqual({ status: 'failed', problem: 'unrecordable' });
    expect(tracks).toMatchObject([{ stopped: true }]);
    await record();
    expect(tracks).toMatchObject([{ stopped: true }, { stopped: true }]);
  },
);

test('a browser without a microphone interface says what it needs', async () => {
  const here = recorder({ openMicrophone: undefined, newMediaRecorder: undefined, toUrl: String, dropUrl: () => {} });
  await here.start();
  expect(here.snapshot()).toEqual({ status: 'failed', problem: 'unsupported' });
});

test('a page that was reached without being loaded is loaded anew, and one that was loaded is left alone', () => {
  const here = 'https://one.example/interview/stories/rehearse?story=a';
  expect(hasOthersHeaders('https://one.example/interview', here)).toBe(true);
  expect(hasOthersHeaders('https://one.example/interview/stories/rehearse', here)).toBe(false);
  expect(hasOthersHeaders(here, here)).toBe(false);
  expect(hasOthersHeaders(undefined, here)).toBe(false);
});

test('the clock counts what passed while it ran, however seldom the page was awake', () => {
  vi.useFakeTimers();
  let now = 1_000;
  const clock = rehearsalClock(() => now);
  clock.start();
  now += 61_000;
  vi.advanceTimersByTime(250);
  expect(clockFace(clock.snapshot().elapsedMs)).toBe('1:01');
  clock.pause();
  now += 30_000;
  expect(clock.snapshot()).toEqual({ running: false, elapsedMs: 61_000 });
  clock.start();
  now += 60_000;
  clock.pause();
  expect(clockFace(clock.snapshot().elapsedMs)).toBe('2:01');
  clock.reset();
  expect(clock.snapshot()).toEqual({ running: false, elapsedMs: 0 });
  vi.useRealTimers();
});

test('the clock speaks three times in two minutes', () => {
  const said = Array.from({ length: 130 }, (_, second) => clockNews({ running: true, elapsedMs: second * 1000 }));
  expect(said.filter((words, index) => words !== said[index - 1])).toEqual([
    '',
    'One minute left.',
    '15 seconds left: say the result.',
    'Two minutes are over.',
  ]);
});
