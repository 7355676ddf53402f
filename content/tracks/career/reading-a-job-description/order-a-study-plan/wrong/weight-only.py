# caught by: takes the most weight for each hour first
def plan_weeks(gaps: list[dict], hours_a_week: int) -> list[dict]:
    left = {gap["topic"]: gap for gap in gaps}
    for gap in gaps:
        for need in gap["needs"]:
            if need not in left:
                raise ValueError(f"{need!r} is needed and is not in the list")
    plan = []
    hours = 0
    while left:
        free = [gap for gap in left.values() if left.keys().isdisjoint(gap["needs"])]
        if not free:
            raise ValueError(f"{topic_in_circle(left)!r} needs itself in the end")
        following = min(free, key=lambda gap: (-gap["weight"], gap["topic"]))
        del left[following["topic"]]
        hours += following["hours"]
        plan.append({"topic": following["topic"], "week": -(-hours // hours_a_week)})
    return plan


def topic_in_circle(left: dict[str, dict]) -> str:
    """Everything that is left needs something that is left, so following needs must come round."""
    met = set()
    topic = next(iter(left))
    while topic not in met:
        met.add(topic)
        topic = next(need for need in left[topic]["needs"] if need in left)
    return topic
