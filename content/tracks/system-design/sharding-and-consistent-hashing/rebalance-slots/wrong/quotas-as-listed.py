# caught by: leaves the slot that is left over with a machine that has it
from collections import Counter


def rebalance(owners: list[str | None], machines: list[str]) -> list[str]:
    held = Counter(owners)
    quota, larger = divmod(len(owners), len(machines))

    # The larger quotas go to the fullest, where they save a move.
    fullest_first = machines
    room = {machine: quota + 1 if i < larger else quota for i, machine in enumerate(fullest_first)}

    result: list[str | None] = []
    for owner in owners:
        if owner is not None and room.get(owner, 0) > 0:
            room[owner] -= 1
            result.append(owner)
        else:
            result.append(None)

    free = [machine for machine, left in room.items() for _ in range(left)]
    return [owner if owner is not None else free.pop() for owner in result]
