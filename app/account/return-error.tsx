import styles from './account.module.css';

/** What a provider sent somebody back with. */
export function ReturnError({ error }: { error: string | string[] | undefined }) {
  if (typeof error !== 'string' || error === '') return null;
  return (
    <p role="alert" className={styles.alert}>
      {sentences.get(error) ?? 'Signing in did not work. Try again, or use your email address and password.'}
    </p>
  );
}

const sentences = new Map([
  ['AccessDenied', 'The provider did not let you in, or your email address is not confirmed there.'],
  [
    'OAuthAccountNotLinked',
    'An account with this email address exists already, and an address alone opens none. Sign in the way you did before, then link the provider on the account page.',
  ],
  [
    'account-in-use',
    'This account at the provider belongs to somebody else here. Sign out there, or choose another one.',
  ],
  [
    'email-missing',
    'The provider did not say which email address is yours. Allow it to, or create an account with a password.',
  ],
  ['email-unverified', 'Your email address is not confirmed at the provider. Confirm it there, then try again.'],
  ['rate-limited', 'There were too many attempts in a short time. Wait a minute, then try again.'],
  ['SessionRequired', 'Sign in to see this page.'],
  ['CredentialsSignin', 'No account has this email address and password.'],
]);
