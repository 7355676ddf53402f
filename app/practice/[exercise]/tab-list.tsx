'use client';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

type Props<Name extends string> = {
  /** The panel of a tab has the id `<id>-<name>`. */
  id: string;
  label: string;
  tabs: { name: Name; label: ReactNode }[];
  active: Name;
  onActive: (name: Name) => void;
  className?: string | undefined;
};

/** Tabs of which the arrow keys choose one; only the chosen one is in the order of the Tab key. */
export function TabList<Name extends string>({ id, label, tabs, active, onActive, className }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.findIndex((tab) => tab.name === active);
    const to = new Map([
      ['ArrowRight', (index + 1) % tabs.length],
      ['ArrowLeft', (index - 1 + tabs.length) % tabs.length],
      ['Home', 0],
      ['End', tabs.length - 1],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    onActive(tabs[to]!.name);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  }

  return (
    <div ref={list} role="tablist" data-needs-scripts="" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {tabs.map(({ name, label: words }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-tab-${name}`}
          aria-selected={name === active}
          aria-controls={`${id}-${name}`}
          tabIndex={name === active ? 0 : -1}
          onClick={() => onActive(name)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
