import './zod-without-eval.ts';
import { z } from 'zod';
import { guessable } from './guessable.ts';

/** NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where a password is all that is asked for. */
export const passwordCharsMin = 15;
/** Argon2 hashes whatever it is given, so a bound keeps one sign-in from costing seconds. The same page asks for 64 or more. */
export const passwordCharsMax = 200;

/** E-mail addresses are compared in lower case everywhere: one address, one account. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('This is not an email address: it needs a name, an @ and a domain.'));

/**
 * A password that somebody chooses. Length alone is asked for, no digits or signs (NIST SP 800-63B-4, 3.1.1.2), and a
 * character is a code point, so that an accent or an ideograph counts as one.
 */
export const newPasswordSchema = z.string().superRefine((password, context) => {
  const length = [...password.normalize('NFKC')].length;
  const add = (message: string) => context.addIssue({ code: 'custom', message });
  if (length < passwordCharsMin) {
    const have = length === 1 ? '1 character' : `${length} characters`;
    add(`The password has ${have}; it needs at least ${passwordCharsMin}. A few unrelated words make a good one.`);
  } else if (length > passwordCharsMax) add(`Use at most ${passwordCharsMax} characters.`);
  else if (guessable(password, [])) add(guessableMessage);
});

const guessableMessage =
  'Guessers try passwords like this one first: it repeats itself, follows the keyboard, or is made of your name or address. Choose another.';

export const nameCharsMax = 80;
export const nameSchema = z.string().trim().max(nameCharsMax, `Use at most ${nameCharsMax} characters.`);

/** The form that makes an account. */
export const signUpSchema = z
  .strictObject({ email: emailSchema, password: newPasswordSchema, name: nameSchema.optional() })
  .superRefine(({ email, password, name }, context) => {
    const message = guessableFor(password, { email, name: name ?? null });
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });
export type SignUp = z.infer<typeof signUpSchema>;

/** What is wrong with a password for this person, or null. Words about them are the first that a guesser tries. */
export function guessableFor(password: string, person: { email: string; name: string | null }): string | null {
  return guessable(password, [person.email, person.name ?? '']) ? guessableMessage : null;
}

/** An import is read whole, checked, and stored in one go; a learner's thousand submissions are some ten megabytes. */
export const importMbMax = 32;
export const importBytesMax = importMbMax * 1024 * 1024;
