from collections import deque
from fractions import Fraction


class FairQueue:
    """Serves the waiting tenant who has used least; who comes back is lifted to the least used of those that wait."""

    def __init__(self, weights):
        self.weights = weights
        self.used = {}
        self.waiting = {}
        self.floor = Fraction(0)

    def push(self, tenant, job, cost):
        if tenant not in self.waiting:
            self.waiting[tenant] = deque()
            self.used[tenant] = max(self.used.get(tenant, Fraction(0)), self.floor)
        self.waiting[tenant].append((job, cost))

    def pop(self):
        if not self.waiting:
            return None
        tenant = min(self.waiting, key=lambda name: self.used[name])
        self.floor = self.used[tenant]
        job, cost = self.waiting[tenant].popleft()
        self.used[tenant] += Fraction(cost, self.weights.get(tenant, 1))
        if not self.waiting[tenant]:
            del self.waiting[tenant]
        return job


def create_fair_queue(weights):
    return FairQueue(weights)
