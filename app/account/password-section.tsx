import { AccountSection } from './account-section.tsx';
import type { Flash } from './flash.ts';
import { currentPasswordField, newPasswordField } from './new-password.ts';
import { PostForm } from './post-form.tsx';
import { SignInAgain } from './sign-in-again.tsx';

type Props = { hasPassword: boolean; fresh: boolean; email: string; flash: Flash | null };

export function PasswordSection({ hasPassword, fresh, email, flash }: Props) {
  const about = hasPassword
    ? 'A new password signs every other device out.'
    : 'You sign in through a provider. With a password you can do without it.';
  return (
    <AccountSection id="password" title="Password" about={about}>
      {hasPassword || fresh ? (
        <PostForm
          form="change-password"
          flash={flash}
          username={email}
          fields={[...(hasPassword ? [currentPasswordField] : []), newPasswordField('New password')]}
          submit={hasPassword ? 'Change the password' : 'Set a password'}
          pending="Setting the password"
          variant="secondary"
        />
      ) : (
        <SignInAgain what="set a password" />
      )}
    </AccountSection>
  );
}
