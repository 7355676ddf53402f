from heapq import heapify, heappop, heappush


def start_order(needs: dict[str, list[str]]) -> list[str]:
    needed_by = {name: [] for name in needs}
    missing = {}
    for name, needed in needs.items():
        distinct = set(needed)
        missing[name] = len(distinct)
        for need in distinct:
            if need not in needs:
                raise ValueError(f"{name} needs {need}, which is not known")
            needed_by[need].append(name)

    ready = [name for name, count in missing.items() if count == 0]
    heapify(ready)
    order = []
    while ready:
        name = heappop(ready)
        order.append(name)
        for other in needed_by[name]:
            missing[other] -= 1
            if missing[other] == 0:
                heappush(ready, other)
    if len(order) < len(needs):
        raise ValueError("in a circle: " + " -> ".join(circle(needs, set(order))))
    return order


def circle(needs: dict[str, list[str]], started: set[str]) -> list[str]:
    """Each service that could not start needs another such one, so walking on comes back to where it was."""
    path = {}  # a dict keeps the order of its keys
    name = next(name for name in needs if name not in started)
    while name not in path:
        path[name] = len(path)
        name = next(need for need in needs[name] if need not in started)
    return list(path)[path[name]:]
