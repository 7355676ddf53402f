import { plural } from '#components/labels';
import { countWords } from '#lib/count-words';
import { partWords, speakingSeconds, toldWords, type Story, type StoryPart } from '#lib/story';

/** `1 min 20 s`, in steps of five seconds: more would be pretended. */
export function spoken(words: number): string {
  const seconds = Math.round(speakingSeconds(words) / 5) * 5;
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}

/** Advice on the length of a part, never a limit. */
export function partAdvice(part: StoryPart, text: string): string {
  const [min, max] = partWords[part];
  const words = countWords(text);
  const good = `${min} to ${max} words (up to ${spoken(max)}) are a good length`;
  if (words === 0) return good;
  const now = `${plural(words, 'word')}, about ${spoken(words)}`;
  if (words < min) return `${now}; ${good}`;
  if (words > max) return `${now}; ${good}. What could go?`;
  return `${now}: a good length`;
}

/** What the four parts take when told at once. */
export function storyAdvice(story: Story): string {
  const words = toldWords(story);
  if (words === 0) return 'Nothing to tell yet.';
  const now = `${plural(words, 'word')}, about ${spoken(words)} when told`;
  if (words > 280) return `${now}: longer than two minutes.`;
  if (words < 140) return `${now}: under a minute, so there is room for what you did.`;
  return `${now}: within two minutes.`;
}
