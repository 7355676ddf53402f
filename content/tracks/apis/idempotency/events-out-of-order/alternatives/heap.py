import heapq


class Projection:
    def __init__(self, max_waiting):
        self.max_waiting = max_waiting
        self.versions = {}
        self.states = {}
        self.heaps = {}

    def read(self, entity):
        return {"version": self.versions.get(entity, 0), "state": self.states.get(entity, {})}

    def apply(self, event):
        entity, version = event["entity"], event["version"]
        now = self.versions.get(entity, 0)
        heap = self.heaps.setdefault(entity, [])
        whole = event.get("state")
        if version <= now or (whole is None and any(version == early for early, _ in heap)):
            return "duplicate"
        if whole is None and version > now + 1:
            if len(heap) >= self.max_waiting:
                return "refused"
            heapq.heappush(heap, (version, event["change"]))
            return "waiting"
        state = {**self.states.get(entity, {}), **event["change"]} if whole is None else dict(whole)
        while heap and heap[0][0] <= version + 1:
            early, change = heapq.heappop(heap)
            if early == version + 1:
                state.update(change)
                version = early
        self.versions[entity], self.states[entity] = version, state
        return "applied"


def create_projection(max_waiting):
    return Projection(max_waiting)
