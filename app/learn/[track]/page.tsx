import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '#components/page-header';
import { Prose } from '#components/prose';
import { trackByFolder, tracks } from '#content/load';
import { mapTrack } from '../map-track.ts';
import { TrackMap } from '../learn-map.tsx';

export const dynamicParams = false;

export function generateStaticParams() {
  return tracks().map((track) => ({ track: track.path.slice('/learn/'.length) }));
}

type Props = { params: Promise<{ track: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const track = trackByFolder((await params).track) ?? notFound();
  return { title: track.title, description: track.summary };
}

export default async function TrackPage({ params }: Props) {
  const track = trackByFolder((await params).track) ?? notFound();
  return (
    <div className="page">
      <PageHeader title={track.title} lede={track.summary} />
      {track.introHtml !== '' && <Prose html={track.introHtml} />}
      <TrackMap track={mapTrack(track)} />
    </div>
  );
}
