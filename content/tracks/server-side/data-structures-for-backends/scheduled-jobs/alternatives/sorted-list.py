from bisect import bisect_left, insort
from itertools import count
from types import SimpleNamespace


def create_schedule():
    """A sorted list, the latest first: the next job is at its end, and `insort` moves the others in one go."""
    jobs = []
    waiting = {}
    added = count()

    def add(id, run_at_ms):
        cancel(id)
        waiting[id] = (-run_at_ms, -next(added), id)
        insort(jobs, waiting[id])

    def cancel(id):
        if id not in waiting:
            return False
        del jobs[bisect_left(jobs, waiting.pop(id))]
        return True

    def next_at():
        return -jobs[-1][0] if jobs else None

    def take_due(now_ms):
        due = []
        while jobs and -jobs[-1][0] <= now_ms:
            _, _, id = jobs.pop()
            del waiting[id]
            due.append(id)
        return due

    return SimpleNamespace(add=add, cancel=cancel, next_at=next_at, take_due=take_due)
