# caught by: applies a change of no fields, and one to null
from dataclasses import dataclass, field


@dataclass
class Entity:
    version: int = 0
    state: dict = field(default_factory=dict)
    waiting: dict[int, dict] = field(default_factory=dict)

    def advance(self, version: int, state: dict) -> None:
        self.version, self.state = version, state
        self.waiting = {early: change for early, change in self.waiting.items() if early > version}
        while change := self.waiting.pop(self.version + 1, None):
            self.version += 1
            self.state |= change


class Projection:
    def __init__(self, max_waiting: int) -> None:
        self._max_waiting = max_waiting
        self._entities: dict[str, Entity] = {}

    def apply(self, event: dict) -> str:
        entity = self._entities.setdefault(event["entity"], Entity())
        version = event["version"]
        if version <= entity.version:
            return "duplicate"
        if "state" in event:
            entity.advance(version, dict(event["state"]))
            return "applied"
        if version in entity.waiting:
            return "duplicate"
        if version == entity.version + 1:
            entity.advance(version, entity.state | event["change"])
            return "applied"
        if len(entity.waiting) >= self._max_waiting:
            return "refused"
        entity.waiting[version] = dict(event["change"])
        return "waiting"

    def read(self, entity: str) -> dict:
        known = self._entities.get(entity, Entity())
        return {"version": known.version, "state": dict(known.state)}


def create_projection(max_waiting: int) -> Projection:
    return Projection(max_waiting)
