import clsx from 'clsx';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { PathLink } from './path-link.tsx';

type Variant = 'primary' | 'secondary' | 'quiet';

export function Button({
  variant = 'secondary',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: Variant }) {
  return <button type={type} className={clsx(styles.button, styles[variant], className)} {...rest} />;
}

/** Looks like a button, is a link: for going somewhere, never for doing something. */
export function ButtonLink({
  variant = 'secondary',
  className,
  ...rest
}: ComponentProps<typeof PathLink> & { variant?: Variant }) {
  return <PathLink className={clsx(styles.button, styles[variant], className)} {...rest} />;
}
