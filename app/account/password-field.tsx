'use client';

import { useState, useSyncExternalStore, type ComponentProps } from 'react';
import { Button } from '#components/button';
import { Field } from '#components/field';

const never = () => () => undefined;

/** A password that can be shown while it is typed; pasting and password managers work as in any field. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'beside'>) {
  const [shown, setShown] = useState(false);
  // The button does nothing without scripts, so it is there only with them.
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      beside={
        scripted && (
          <Button variant="quiet" onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
            <span className="visually-hidden"> what is typed</span>
          </Button>
        )
      }
    />
  );
}
