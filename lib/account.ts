import { z } from 'zod';

/** Shorter passwords fall to offline guessing; NIST SP 800-63B asks for at least 8. */
export const passwordCharsMin = 10;
/** Argon2 hashes whatever it is given, so a bound keeps one sign-in from costing seconds. */
export const passwordCharsMax = 200;

/** E-mail addresses are compared in lower case everywhere: one address, one account. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This address is too long.')
  .pipe(z.email('This is not an e-mail address.'));

/** The form that makes an account; the same rules in the browser and on the server. */
export const signUpSchema = z.strictObject({
  email: emailSchema,
  password: z
    .string()
    .min(passwordCharsMin, `Use at least ${passwordCharsMin} characters.`)
    .max(passwordCharsMax, `Use at most ${passwordCharsMax} characters.`),
  name: z.string().trim().max(80, 'Use at most 80 characters.').optional(),
});
export type SignUp = z.infer<typeof signUpSchema>;
