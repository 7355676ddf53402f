import Link from 'next/link';

/** For those without a password: only a sign-in of the last ten minutes shows that it is they who ask. */
export function SignInAgain({ what }: { what: string }) {
  return (
    <p>
      To {what},{' '}
      <Link prefetch={false} href="/account/sign-in?callbackUrl=/account">
        sign in again
      </Link>{' '}
      first: it must have been in the last ten minutes.
    </p>
  );
}
