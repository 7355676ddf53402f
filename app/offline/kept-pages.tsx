'use client';

import { useEffect, useState } from 'react';
import { buildId } from '#lib/build-id';
import { wordsIn } from '../search/search-path.ts';
import styles from './offline.module.css';
import { SearchHere } from './search-here.tsx';
import { keptHeader, pagesOf, titleHeader } from './worker/names.ts';

type Kept = { path: string; title: string; keptAt: string };

type Props = { searchVersion: string; hitsMax: number };

/** What can be read here now, the last read first. Plain links: without a connection the router has nothing to fetch. */
export function KeptPages({ searchVersion, hitsMax }: Props) {
  const [pages, setPages] = useState<Kept[] | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void keptPages().then((found) => {
      if (gone) return;
      setPages(found);
      setWanted(wantedPath());
    });
    return () => {
      gone = true;
    };
  }, []);
  const lessons = pages?.filter(({ path }) => /^\/learn\/[^/]+\/[^/]+/.test(path)) ?? [];
  const exercises = pages?.filter(({ path }) => path.startsWith('/practice/')) ?? [];
  const words = wanted === null ? null : wordsIn(wanted);
  return (
    <>
      {words !== null && <SearchHere version={searchVersion} hitsMax={hitsMax} words={words} />}
      {wanted && words === null && (
        <p>
          <a href={wanted}>Try {wanted.split('?')[0]} again</a>
        </p>
      )}
      {pages?.some(({ path }) => path === '/review') && (
        <p>
          <a href="/review">Review the cards on this device</a>
        </p>
      )}
      <List title="Lessons on this device" pages={lessons} />
      <List title="Exercises on this device" pages={exercises} />
      {pages?.length === 0 && <p>No page is kept on this device yet.</p>}
    </>
  );
}

function List({ title, pages }: { title: string; pages: Kept[] }) {
  if (pages.length === 0) return null;
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <a href={page.path}>{page.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function keptPages(): Promise<Kept[]> {
  try {
    const cache = await caches.open(pagesOf(buildId));
    const found = await Promise.all(
      (await cache.keys()).map(async ({ url }) => {
        const headers = (await cache.match(url))?.headers;
        const title = decodeURIComponent(headers?.get(titleHeader) ?? '');
        return { path: new URL(url).pathname, title, keptAt: headers?.get(keptHeader) ?? '' };
      }),
    );
    return found.filter(({ path }) => path !== '/offline').sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
  } catch (error) {
    console.warn('The pages on this device cannot be listed.', error);
    return [];
  }
}

/** A path of this site alone: the address comes from outside. */
function wantedPath(): string | null {
  const wanted = new URLSearchParams(location.search).get('wanted');
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : null;
}
