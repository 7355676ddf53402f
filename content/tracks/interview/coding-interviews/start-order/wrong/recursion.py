# caught by: orders a chain of 5,000 services, and 5,000 side by side, in time
from functools import cache


def start_order(needs):
    """Sorts by depth first search; the circle is found on the way."""
    for needed in needs.values():
        for name in needed:
            if name not in needs:
                raise ValueError("unknown: " + name)
    path = []

    @cache
    def depth(name):
        if name in path:
            raise ValueError("circle: " + ", ".join(path[path.index(name):]))
        path.append(name)
        result = 1 + max((depth(need) for need in needs[name]), default=0)
        path.pop()
        return result

    for name in sorted(needs):
        depth(name)
    order = []
    waiting = sorted(needs)
    while waiting:
        name = next(name for name in waiting if all(need in order for need in needs[name]))
        waiting.remove(name)
        order.append(name)
    return order
