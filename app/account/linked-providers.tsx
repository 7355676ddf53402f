'use client';

import { signIn } from 'next-auth/react';
import { LocalTime } from '../progress/local-time.tsx';
import styles from './account.module.css';
import type { Flash } from './flash.ts';
import { currentPasswordField } from './new-password.ts';
import { PostForm } from './post-form.tsx';
import { SignInAgain } from './sign-in-again.tsx';

type Props = {
  providers: { id: string; name: string }[];
  links: { provider: string; createdAt: string }[];
  email: string;
  /** What shows that it is the owner who links or unlinks. */
  asks: 'nothing' | 'password' | 'sign-in';
  flash: Flash | null;
};

export function LinkedProviders({ providers, links, email, asks, flash }: Props) {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const unlinked = providers.filter(({ id }) => !links.some((link) => link.provider === id));
  const shared = { flash, pending: 'One moment', variant: 'secondary' as const };
  return (
    <div>
      {links.length > 0 && (
        <ul role="list">
          {links.map(({ provider, createdAt }) => (
            <li key={provider} className={styles.session}>
              <div>
                <p className={styles.device}>{nameOf(provider)}</p>
                <p className={styles.times}>
                  Linked <LocalTime iso={createdAt} />
                </p>
              </div>
              {asks === 'nothing' && (
                <PostForm
                  form="unlink"
                  hidden={{ provider }}
                  submit="Unlink"
                  submitLabel={`Unlink ${nameOf(provider)}`}
                  {...shared}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {asks === 'password' && (
        <>
          <p>To link or unlink a provider, confirm first that it is you.</p>
          <PostForm form="confirm" fields={[currentPasswordField]} submit="Confirm" username={email} {...shared} />
        </>
      )}
      {asks === 'sign-in' && <SignInAgain what="link or unlink a provider" />}
      {asks === 'nothing' &&
        unlinked.map(({ id, name }) => (
          <PostForm
            key={id}
            form="link"
            hidden={{ provider: id }}
            submit={`Link ${name}`}
            onDone={() => void signIn(id, { callbackUrl: '/account' })}
            {...shared}
          />
        ))}
    </div>
  );
}
