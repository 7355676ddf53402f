'use client';
import type { MouseEvent, ReactNode } from 'react';

const page = '/interview/stories';
export const storyHref = (id: string | null) => (id === null ? page : `${page}?story=${encodeURIComponent(id)}`);

/** Opens a story, or the list for null. Everything is on the page already, so the server is not asked. */
export function goTo(id: string | null): void {
  window.history.pushState(null, '', storyHref(id));
}

export function StoryLink({ id, children }: { id: string | null; children: ReactNode }) {
  return (
    <a
      href={storyHref(id)}
      onClick={(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goTo(id);
      }}
    >
      {children}
    </a>
  );
}
