import { PathLink } from '#components/path-link';
import { EmptyState } from '#components/state-block';
import { storyHref } from '../story-link.tsx';

/** Without a story that the address names there is nothing that could have been lost: it is still to be written. */
export function NoStory({ isNamed, isOffline }: { isNamed: boolean; isOffline: boolean }) {
  if (!isNamed && !isOffline) {
    return (
      <EmptyState title="No story yet" action={<PathLink href={storyHref(null)}>Write your first story</PathLink>}>
        Once you have written one, you tell it here in two minutes, and may record yourself.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={isNamed ? 'There is no such story here' : 'No story is kept in this browser'}
      action={<PathLink href={storyHref(null)}>All stories</PathLink>}
    >
      {isOffline
        ? 'The server does not answer, and this browser does not have it.'
        : 'It was deleted, or it belongs to another learner.'}
    </EmptyState>
  );
}
