import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { trackHue } from '#components/hue';
import { laidOutLate } from '#components/late-layout';
import { Prose } from '#components/prose';
import { Runnable } from '#components/runnable';
import { lessonByPath, lessonPaths, trackByFolder, type Lesson, type Segment } from '#content/load';
import { LessonCheck } from './lesson-check.tsx';
import { LessonEnd } from './lesson-end.tsx';
import { LessonHeader } from './lesson-header.tsx';
import { LessonMargin } from './lesson-margin.tsx';
import { segmentHeightRem } from './segment-height.ts';
import { TocFold } from './toc.tsx';
import { VisitReport } from './visit-report.tsx';
import styles from './lesson.module.css';

export const dynamicParams = false;

export function generateStaticParams() {
  return lessonPaths();
}

type Props = { params: Promise<{ track: string; lesson: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = await lessonOf(params);
  return { title: lesson.title, description: lesson.summary };
}

export default async function LessonPage({ params }: Props) {
  const lesson = await lessonOf(params);
  const track = trackByFolder((await params).track) ?? notFound();
  return (
    <div className={`page ${styles.page}`} {...trackHue(track.hue)}>
      <VisitReport kind="lesson" id={lesson.id} />
      <LessonMargin lesson={lesson} track={track} />
      <article className={styles.column}>
        <p className={styles.origin} data-print="only">
          Underpin · {track.title} · {lesson.path}
        </p>
        <LessonHeader lesson={lesson} />
        <TocFold toc={lesson.toc} />
        <div className={styles.body}>
          {lesson.segments.map((segment, index) => (
            <div
              key={index}
              data-section={beginsSection(segment) || undefined}
              {...(index > 0 && laidOutLate(segmentHeightRem(segment)))}
            >
              <SegmentView segment={segment} lessonId={lesson.id} />
            </div>
          ))}
        </div>
        <LessonEnd lesson={lesson} />
      </article>
    </div>
  );
}

function SegmentView({ segment, lessonId }: { segment: Segment; lessonId: string }) {
  switch (segment.type) {
    case 'html':
      return <Prose html={segment.html} />;
    case 'run':
    case 'predict':
      return <Runnable segment={segment} />;
    case 'check':
      return <LessonCheck check={segment} lessonId={lessonId} />;
  }
}

function beginsSection(segment: Segment): boolean {
  return segment.type === 'html' && segment.html.startsWith('<h2');
}

async function lessonOf(params: Props['params']): Promise<Lesson> {
  const { track, lesson } = await params;
  return lessonByPath(track, lesson) ?? notFound();
}
