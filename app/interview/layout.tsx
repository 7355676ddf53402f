import type { ReactNode } from 'react';
import { ArrivalFocus } from '#components/arrival-focus';

export default function InterviewLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <ArrivalFocus />
    </>
  );
}
