# caught by: changes nothing when the table is balanced
from collections import Counter


def rebalance(owners: list[str | None], machines: list[str]) -> list[str]:
    held = Counter(owners)
    quota, larger = divmod(len(owners), len(machines))

    # The larger quotas go to the fullest, where they save a move.
    fullest_first = sorted(machines, key=lambda machine: -held[machine])
    room = {machine: quota + 1 if i < larger else quota for i, machine in enumerate(fullest_first)}

    result: list[str | None] = []
    for owner in owners:
        result.append(None)

    free = [machine for machine, left in room.items() for _ in range(left)]
    return [owner if owner is not None else free.pop() for owner in result]
