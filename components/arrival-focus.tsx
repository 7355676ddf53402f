'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * After a link inside the site the focus is on the new page's heading. The router leaves it on the link, and where that is
 * gone on the whole document: by keyboard and for a reader of the screen it would be nowhere. A page that the browser
 * loads begins at its top, as pages do.
 */
export function ArrivalFocus() {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    focusHeading(document);
  }, [pathname]);
  return null;
}

/** Unless something has the focus: the link of a menu that stays, or a field that the page itself begins with. */
export function focusHeading(page: Pick<Document, 'activeElement' | 'body' | 'querySelector'>): void {
  if (page.activeElement && page.activeElement !== page.body) return;
  const heading = page.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  // Where the page stands is the router's to say: at its top, or where a reader who goes back had left it.
  heading.focus({ preventScroll: true });
}
