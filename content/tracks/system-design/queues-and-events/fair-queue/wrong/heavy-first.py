# caught by: lets a newcomer through before most of a long queue
import heapq
from itertools import count


class FairQueue:
    """Start-time fair queueing."""

    def __init__(self, weights: dict[str, int]) -> None:
        self._weights = weights
        self._last_finish: dict[str, float] = {}
        self._clock = 0.0
        # The jobs of all tenants by their start. Those of one tenant have rising starts.
        self._jobs: list[tuple[float, int, object]] = []
        self._numbers = count()

    def push(self, tenant: str, job: object, cost: int) -> None:
        # Not before the clock, so that nobody saves up while idle.
        start = max(self._clock, self._last_finish.get(tenant, 0))
        self._last_finish[tenant] = start + cost / self._weights.get(tenant, 1)
        heapq.heappush(self._jobs, (-self._weights.get(tenant, 1), next(self._numbers), job))

    def pop(self) -> object:
        if not self._jobs:
            return None
        self._clock, _, job = heapq.heappop(self._jobs)
        return job


def create_fair_queue(weights: dict[str, int]) -> FairQueue:
    return FairQueue(weights)
