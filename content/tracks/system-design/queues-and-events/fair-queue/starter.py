from collections import deque


class FairQueue:
    def __init__(self) -> None:
        self._jobs: deque = deque()

    def push(self, tenant: str, job: object, cost: int) -> None:
        self._jobs.append(job)

    def pop(self) -> object:
        return self._jobs.popleft() if self._jobs else None


def create_fair_queue(weights: dict[str, int]) -> FairQueue:
    return FairQueue()
