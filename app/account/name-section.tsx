import { nameCharsMax } from '#lib/account';
import { AccountSection } from './account-section.tsx';
import type { Flash } from './flash.ts';
import { PostForm } from './post-form.tsx';

export function NameSection({ name, flash }: { name: string | null; flash: Flash | null }) {
  return (
    <AccountSection
      id="name"
      title="Name"
      about="Shown to you at the top of every page, and at the head of your readiness report."
    >
      <PostForm
        form="change-name"
        flash={flash}
        fields={[
          {
            name: 'name',
            label: 'Name',
            type: 'text',
            autoComplete: 'name',
            hint: `Optional, at most ${nameCharsMax} characters.`,
            stored: name ?? '',
          },
        ]}
        submit="Save the name"
        pending="Saving the name"
        variant="secondary"
      />
    </AccountSection>
  );
}
