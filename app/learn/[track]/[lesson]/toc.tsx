'use client';

import clsx from 'clsx';
import { useEffect, useState } from 'react';
import styles from './toc.module.css';

type Heading = { id: string; text: string; depth: 2 | 3 };

/** The table of contents that follows the reader. */
export function Toc({ toc }: { toc: Heading[] }) {
  const current = useHeadingInView(toc);
  return (
    <nav aria-label="On this page">
      <p className={styles.title}>On this page</p>
      <TocList toc={toc} current={current} />
    </nav>
  );
}

/** Where there is no margin the contents fold away above the text; nothing needs to follow there. */
export function TocFold({ toc }: { toc: Heading[] }) {
  return (
    <details className={styles.fold} data-print="hide">
      <summary>On this page</summary>
      <nav aria-label="On this page">
        <TocList toc={toc} current={null} />
      </nav>
    </details>
  );
}

function TocList({ toc, current }: { toc: Heading[]; current: string | null }) {
  return (
    <ol role="list" className={styles.list}>
      {toc.map(({ id, text, depth }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className={clsx(styles.link, depth === 3 && styles.deep)}
            aria-current={id === current ? 'location' : undefined}
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** The last heading above the upper third of the window: the section that is being read. */
function useHeadingInView(toc: Heading[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    const headings = toc.map(({ id }) => document.getElementById(id)).filter((heading) => heading !== null);
    // Where the contents are folded away nothing follows, and measuring would make a phone lay the page out once more.
    const beside = window.matchMedia('(width >= 64rem)');
    let frame = 0;
    const measure = () => {
      frame = 0;
      const line = window.innerHeight / 3;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
      setCurrent(passed.at(-1)?.id ?? null);
    };
    const onScroll = () => {
      if (beside.matches) frame ||= requestAnimationFrame(measure);
    };
    onScroll();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
    };
  }, [toc]);
  return current;
}
