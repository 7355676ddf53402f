import heapq
from graphlib import CycleError, TopologicalSorter


def plan_weeks(gaps, hours_a_week):
    """The standard library keeps the order, a heap chooses among what is free."""
    by_topic = {gap["topic"]: gap for gap in gaps}
    for gap in gaps:
        missing = [need for need in gap["needs"] if need not in by_topic]
        if missing:
            raise ValueError("missing: " + missing[0])
    sorter = TopologicalSorter({gap["topic"]: gap["needs"] for gap in gaps})
    try:
        sorter.prepare()
    except CycleError as error:
        raise ValueError("circle: " + " -> ".join(error.args[1])) from error
    free, plan, hours = [], [], 0
    while sorter.is_active():
        for topic in sorter.get_ready():
            gap = by_topic[topic]
            heapq.heappush(free, (-gap["weight"] / gap["hours"], topic))
        _, topic = heapq.heappop(free)
        hours += by_topic[topic]["hours"]
        plan.append({"topic": topic, "week": (hours - 1) // hours_a_week + 1})
        sorter.done(topic)
    return plan
