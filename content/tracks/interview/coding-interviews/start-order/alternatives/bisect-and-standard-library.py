from bisect import insort
from graphlib import CycleError, TopologicalSorter


def start_order(needs):
    """The standard library counts; what may start is kept in a sorted list."""
    for needed in needs.values():
        for name in needed:
            if name not in needs:
                raise ValueError("unknown service " + name)
    sorter = TopologicalSorter(needs)
    try:
        sorter.prepare()
    except CycleError as error:
        raise ValueError("these need each other: " + ", ".join(error.args[1])) from None
    ready = sorted(sorter.get_ready())
    order = []
    while ready:
        name = ready.pop(0)
        order.append(name)
        sorter.done(name)
        for other in sorter.get_ready():
            insort(ready, other)
    return order
