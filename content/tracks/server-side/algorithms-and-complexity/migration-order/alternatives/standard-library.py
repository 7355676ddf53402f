from graphlib import CycleError, TopologicalSorter


def plan_order(migrations):
    graph = {m["name"]: m["needs"] for m in migrations}
    for name, needs in graph.items():
        for need in needs:
            if need not in graph:
                raise ValueError(f"{name} needs the unknown {need}")
    try:
        return {"order": list(TopologicalSorter(graph).static_order())}
    except CycleError as error:
        return {"cycle": error.args[1][:0:-1]}
