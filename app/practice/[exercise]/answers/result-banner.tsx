'use client';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './answers.module.css';

/** How a submit ended, in one heading; the focus goes to it, because that is where the news is. */
export function ResultBanner({ passed, title, children }: { passed: boolean; title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
