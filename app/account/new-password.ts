import { passwordCharsMin } from '#lib/account';
import type { FieldSpec } from './form-field.tsx';

/** The password that somebody signs in with now. */
export const currentPasswordField: FieldSpec = {
  name: 'current',
  label: 'Current password',
  type: 'password',
  autoComplete: 'current-password',
  required: true,
};

/** The field in which somebody chooses a password. */
export function newPasswordField(label: string): FieldSpec {
  return {
    name: 'password',
    label,
    type: 'password',
    autoComplete: 'new-password',
    hint: `At least ${passwordCharsMin} characters; a few unrelated words are easiest to remember. Spaces count.`,
    required: true,
    minLength: passwordCharsMin,
  };
}
