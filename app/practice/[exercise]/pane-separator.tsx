'use client';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { defaultSizes, sizeLimits, type PaneSize } from './pane-sizes.ts';

type Props = {
  className: string | undefined;
  label: string;
  controls: string;
  frame: RefObject<HTMLDivElement | null>;
  /** Of the line itself: a vertical one divides left from right. */
  orientation: 'vertical' | 'horizontal';
  size: PaneSize;
  percent: number;
  onResize: (size: PaneSize, percent: number) => void;
};

const stepPercent = 2;
const pagePercent = 10;

/** A line between panes that can be dragged, moved with the arrow keys, and put back by a double click or Enter. */
export function PaneSeparator({ className, label, controls, frame, orientation, size, percent, onResize }: Props) {
  const { min, max } = sizeLimits[size];
  // The task grows towards the right, the results towards the left or the top.
  const grows = size === 'task' || size === 'taskOfTwo' ? 1 : -1;

  function drag(event: PointerEvent<HTMLDivElement>) {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const share =
      orientation === 'vertical' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    onResize(size, 100 * (grows === 1 ? share : 1 - share));
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = (event.shiftKey ? pagePercent : stepPercent) * grows;
    const [back, forth] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const to = new Map([
      [back, percent - step],
      [forth, percent + step],
      ['Home', min],
      ['End', max],
      ['Enter', defaultSizes[size]],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    onResize(size, to);
  }

  return (
    // A focusable separator is a control by ARIA's own definition.
    <div
      role="separator"
      data-needs-scripts=""
      tabIndex={0}
      className={className}
      aria-label={label}
      aria-orientation={orientation}
      aria-controls={controls}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={`${Math.round(percent)} %`}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
      }}
      onPointerMove={drag}
      onDoubleClick={() => onResize(size, defaultSizes[size])}
      onKeyDown={onKeyDown}
    />
  );
}
