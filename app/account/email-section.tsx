import { AccountSection } from './account-section.tsx';
import type { Flash } from './flash.ts';
import styles from './account.module.css';
import { currentPasswordField } from './new-password.ts';
import { PostForm } from './post-form.tsx';
import { SignInAgain } from './sign-in-again.tsx';

type Props = {
  hasPassword: boolean;
  fresh: boolean;
  email: string;
  pending: string | null;
  sendsMail: boolean;
  flash: Flash | null;
};

export function EmailSection({ hasPassword, fresh, email, pending, sendsMail, flash }: Props) {
  const about = sendsMail
    ? 'A new address is confirmed by a link that is sent to it, and the old one is told.'
    : 'This server sends no mail: your password confirms a new address, and it counts at once.';
  return (
    <AccountSection id="email" title="Email address" about={about}>
      {pending && (
        <div className={styles.pending}>
          <p>
            <strong>{pending}</strong> waits to be confirmed. Open the link that was sent there.
          </p>
          <PostForm form="cancel-email" submit={`Keep ${email}`} pending="Keeping it" variant="quiet" />
        </div>
      )}
      {hasPassword || fresh ? (
        <PostForm
          form="change-email"
          flash={flash}
          fields={[
            { name: 'email', label: 'New email address', type: 'email', autoComplete: 'email', required: true },
            ...(hasPassword ? [currentPasswordField] : []),
          ]}
          submit="Change the address"
          pending="Changing the address"
          variant="secondary"
        />
      ) : (
        <SignInAgain what="change the address" />
      )}
    </AccountSection>
  );
}
