import { confirmForm, endOtherSessionsForm, endSessionForm, linkForm, unlinkForm } from './access.ts';
import { deleteForm } from './delete.ts';
import { cancelEmailForm, changeEmailForm, confirmEmailForm } from './email.ts';
import { signInForm, signOutForm, signUpForm } from './entry.ts';
import type { AccountForm } from './form.ts';
import { changeNameForm } from './name.ts';
import { changePasswordForm, forgotForm, resetForm } from './password.ts';

/** Every form of the account pages, by the last part of the address it posts to. */
export const accountForms = {
  'sign-in': signInForm,
  'sign-up': signUpForm,
  'sign-out': signOutForm,
  forgot: forgotForm,
  reset: resetForm,
  'change-name': changeNameForm,
  'change-password': changePasswordForm,
  'change-email': changeEmailForm,
  'confirm-email': confirmEmailForm,
  'cancel-email': cancelEmailForm,
  'end-session': endSessionForm,
  'end-other-sessions': endOtherSessionsForm,
  confirm: confirmForm,
  link: linkForm,
  unlink: unlinkForm,
  delete: deleteForm,
} as const satisfies Record<string, AccountForm>;

export type FormName = keyof typeof accountForms;
