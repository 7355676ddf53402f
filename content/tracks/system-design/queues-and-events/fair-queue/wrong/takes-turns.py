# caught by: shares by cost, not by the number of jobs
from collections import deque


class FairQueue:
    def __init__(self, weights):
        self.weights = weights
        self.round = deque()
        self.jobs = {}
        self.turns = 0

    def push(self, tenant, job, cost):
        if not self.jobs.setdefault(tenant, deque()):
            self.round.append(tenant)
        self.jobs[tenant].append(job)

    def pop(self):
        if not self.round:
            return None
        tenant = self.round[0]
        job = self.jobs[tenant].popleft()
        self.turns += 1
        if not self.jobs[tenant] or self.turns >= self.weights.get(tenant, 1):
            self.turns = 0
            self.round.popleft()
            if self.jobs[tenant]:
                self.round.append(tenant)
        return job


def create_fair_queue(weights):
    return FairQueue(weights)
