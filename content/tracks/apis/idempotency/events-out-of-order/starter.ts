type Fields = Record<string, unknown>;
type Event = { entity: string; version: number; change?: Fields; state?: Fields };
type Fate = 'applied' | 'duplicate' | 'waiting' | 'refused';

export function createProjection(maxWaiting: number) {
  return {
    apply(event: Event): Fate {
      return 'refused';
    },
    read(entity: string): { version: number; state: Fields } {
      return { version: 0, state: {} };
    },
  };
}
