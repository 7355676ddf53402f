'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './site-header.module.css';

/** From this width on the menu lies open in the header; site-header.module.css has the same number. */
const roomForAll = '(width >= 42rem)';

/**
 * On a phone what stands in the header folds behind one button. A popover, so that the browser itself does the focus,
 * Escape, the press outside and the state it announces, and so that it opens without scripts too.
 */
export function SiteMenu({ children }: { children: ReactNode }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const pathname = usePathname();

  useEffect(() => {
    const media = matchMedia(roomForAll);
    const close = () => menu.current?.hidePopover();
    media.addEventListener('change', close);
    return () => media.removeEventListener('change', close);
  }, []);

  // Going to another page leaves this header in place, so nobody else closes the menu.
  useEffect(() => menu.current?.hidePopover(), [pathname]);

  return (
    <>
      <button type="button" className={styles.menuButton} popoverTarget={id}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d="M1 4.5h14M1 11.5h14" stroke="currentColor" strokeWidth="1.75" />
        </svg>
        Menu
      </button>
      <div ref={menu} id={id} popover="auto" className={styles.menu}>
        {children}
      </div>
    </>
  );
}
