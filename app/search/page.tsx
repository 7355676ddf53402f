import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { searchVersion } from '#content/load';
import { findOnServer, hitsMax, queryOf } from './find-on-server.ts';
import { SearchView } from './search-view.tsx';

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = queryOf((await searchParams).q);
  return {
    title: query === '' ? 'Search' : `Search: ${query}`,
    description:
      'Search all lessons of Underpin, their sections, the exercises and interview questions. Misspelt words are found too.',
  };
}

/** Answers `?q=` without scripts; with them, the same search goes on in the browser as one types. */
export default async function SearchPage({ searchParams }: Props) {
  const query = queryOf((await searchParams).q);
  return (
    <div className="page">
      <PageHeader title="Search" />
      {/* A search from elsewhere while this page is open starts anew. */}
      <SearchView
        key={query}
        version={searchVersion()}
        asked={{ query, hits: findOnServer(query) }}
        hitsMax={hitsMax}
      />
    </div>
  );
}
