# caught by: keeps jobs of the same time in the order they were added
import heapq
from itertools import count


class Schedule:
    def __init__(self) -> None:
        self._heap: list[tuple[int, int, str]] = []
        self._waiting: dict[str, tuple[int, int, str]] = {}
        self._added = count()

    def add(self, id: str, run_at_ms: int) -> None:
        job = (run_at_ms, 0, id)
        self._waiting[id] = job
        heapq.heappush(self._heap, job)

    def cancel(self, id: str) -> bool:
        return self._waiting.pop(id, None) is not None

    def next_at(self) -> int | None:
        self._drop_dead()
        return self._heap[0][0] if self._heap else None

    def take_due(self, now_ms: int) -> list[str]:
        due = []
        while (next_at := self.next_at()) is not None and next_at <= now_ms:
            _, _, id = heapq.heappop(self._heap)
            del self._waiting[id]
            due.append(id)
        return due

    def _drop_dead(self) -> None:
        """Jobs that were cancelled or replaced stay in the heap until they come to its top."""
        while self._heap and self._waiting.get(self._heap[0][2]) is not self._heap[0]:
            heapq.heappop(self._heap)


def create_schedule() -> Schedule:
    return Schedule()
