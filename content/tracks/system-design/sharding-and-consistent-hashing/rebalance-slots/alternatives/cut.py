def rebalance(owners, machines):
    """Cut every list to its quota, and deal out what was cut off."""
    slots_of = {machine: [] for machine in machines}
    loose = []
    for slot, owner in enumerate(owners):
        slots_of.get(owner, loose).append(slot)
    quota = len(owners) // len(machines)
    larger = len(owners) - quota * len(machines)
    for machine, slots in sorted(slots_of.items(), key=lambda item: len(item[1]), reverse=True):
        limit = quota + (larger > 0)
        larger -= 1
        loose += slots[limit:]
        del slots[limit:]
        while len(slots) < limit and loose:
            slots.append(loose.pop())
    for slots in slots_of.values():
        while len(slots) < quota:
            slots.append(loose.pop())
    result = [None] * len(owners)
    for machine, slots in slots_of.items():
        for slot in slots:
            result[slot] = machine
    return result
