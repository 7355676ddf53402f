import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a path that comes out of the content. content:check proves those; the router's types cannot know them.
 * Nothing is fetched ahead: lists hold dozens of such links, and an exercise brings a workbench with it.
 */
export function PathLink({ href, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { href: string }) {
  return <Link href={href as Route} prefetch={false} {...rest} />;
}
