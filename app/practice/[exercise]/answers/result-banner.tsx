'use client';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './answers.module.css';

type Props = {
  passed: boolean;
  title: string;
  /** Whether it has just come: the focus goes to it then, because that is where the news is. */
  isNews: boolean;
  children: ReactNode;
};

/** How a submit ended, in one heading. */
export function ResultBanner({ passed, title, isNews, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNews) heading.current?.focus();
  }, [isNews]);
  const Icon = passed ? Check : X;
  return (
    <section className={styles.result} data-passed={passed} aria-label="Result">
      <h2 ref={heading} tabIndex={-1}>
        <Icon size={20} strokeWidth={2.25} aria-hidden="true" />
        {title}
      </h2>
      {children}
    </section>
  );
}
