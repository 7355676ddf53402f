# caught by: refuses a need that does not exist and names both
from graphlib import CycleError, TopologicalSorter


def plan_order(migrations):
    try:
        return {"order": list(TopologicalSorter({m["name"]: m["needs"] for m in migrations}).static_order())}
    except CycleError as error:
        return {"cycle": error.args[1][:0:-1]}
