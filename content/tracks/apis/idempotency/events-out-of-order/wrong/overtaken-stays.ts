// caught by: gives places back that a whole state has overtaken
type Fields = Record<string, unknown>;
type Event = { entity: string; version: number } & ({ change: Fields } | { state: Fields });
type Fate = 'applied' | 'duplicate' | 'waiting' | 'refused';
type Entity = { version: number; state: Fields; waiting: Map<number, Fields> };

export function createProjection(maxWaiting: number) {
  const entities = new Map<string, Entity>();

  function entityOf(name: string): Entity {
    const known = entities.get(name);
    if (known) return known;
    const entity = { version: 0, state: {}, waiting: new Map<number, Fields>() };
    entities.set(name, entity);
    return entity;
  }

  function advance(entity: Entity, version: number, state: Fields) {
    entity.version = version;
    entity.state = state;
    for (let next = version + 1; entity.waiting.has(next); next++) {
      entity.state = { ...entity.state, ...entity.waiting.get(next) };
      entity.version = next;
      entity.waiting.delete(next);
    }
  }

  return {
    apply(event: Event): Fate {
      const entity = entityOf(event.entity);
      const { version } = event;
      if (version <= entity.version) return 'duplicate';
      if ('state' in event) {
        advance(entity, version, { ...event.state });
        return 'applied';
      }
      if (entity.waiting.has(version)) return 'duplicate';
      if (version === entity.version + 1) {
        advance(entity, version, { ...entity.state, ...event.change });
        return 'applied';
      }
      if (entity.waiting.size >= maxWaiting) return 'refused';
      entity.waiting.set(version, { ...event.change });
      return 'waiting';
    },

    read(name: string) {
      const entity = entities.get(name);
      return { version: entity?.version ?? 0, state: { ...entity?.state } };
    },
  };
}
