import type { SuiteLibrary } from './start.ts';

/**
 * Runs the linked library with what it reads from the global object and the learner's code is not to have.
 * Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function openLibrary(link: (...globals: unknown[]) => SuiteLibrary): SuiteLibrary {
  'use strict';
  // A mock lives as long as its suite here, and when something is collected is nobody's business.
  class HeldRef {
    readonly value: unknown;
    constructor(value: unknown) {
      this.value = value;
    }
    deref(): unknown {
      return this.value;
    }
  }
  class NoRegistry {
    register(): void {}
    unregister(): void {}
  }
  class NoEvents {
    addEventListener(): void {}
    dispatchEvent(): void {}
  }
  return link(Proxy, HeldRef, NoRegistry, NoEvents, NoEvents);
}

/** The names of these, in order. */
export const libraryGlobals = ['Proxy', 'WeakRef', 'FinalizationRegistry', 'EventTarget', 'Event'];
