/**
 * Whether a password of enough characters is still among the first that a guesser tries: a short piece repeated, a walk
 * along the keyboard or the alphabet, or little more than words about the person or this site (`about`). Long passwords
 * that were leaked elsewhere are not known here; the server asks nobody about anybody's password.
 */
export function guessable(password: string, about: string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  return repeats(text) || isWalk(text) || isMadeOf(text, [...about.flatMap(wordsOf), ...everybodysWords]);
}

/** Pieces longer than this are words of their own choice. */
const pieceCharsMax = 8;

function repeats(text: string): boolean {
  for (let size = 1; size <= Math.min(pieceCharsMax, text.length / 2); size += 1) {
    if (text.slice(size) === text.slice(0, -size)) return true;
  }
  return false;
}

const walks = [
  '01234567890123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm1234567890',
  '1234567890qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm1234567890',
  'azertyuiopqsdfghjklmwxcvbn1234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
];

function isWalk(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return walks.some((walk) => walk.includes(text) || walk.includes(backwards));
}

const everybodysWords = ['underpin', 'password', 'passwort', 'letmein', 'iloveyou', 'welcome', 'qwerty', 'admin'];

/** Shorter words are in everything. */
const wordCharsMin = 3;

function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= wordCharsMin);
}

/** This many characters beside the known words do not make a password. */
const restCharsMin = 6;

function isMadeOf(text: string, words: string[]): boolean {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && rest.length < restCharsMin;
}
