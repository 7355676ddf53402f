# caught by: counts a missing machine as 0
def has_more(a: dict[str, int], b: dict[str, int]) -> bool:
    """Whether a has seen a write that b has not."""
    return any(count > b.get(machine, 0) for machine, count in a.items())


def compare(a: dict[str, int], b: dict[str, int]) -> str:
    match any(a.get(machine, 0) > count for machine, count in b.items()), has_more(b, a):
        case True, True:
            return "concurrent"
        case True, False:
            return "after"
        case False, True:
            return "before"
    return "equal"


def keep_newest(versions: list[dict]) -> list[dict]:
    kept: list[dict] = []
    for version in versions:
        orders = [compare(version["clock"], other["clock"]) for other in kept]
        if "before" in orders or "equal" in orders:
            continue
        kept = [other for other, order in zip(kept, orders) if order != "after"]
        kept.append(version)
    return kept


def next_clock(versions: list[dict], machine: str) -> dict[str, int]:
    following: dict[str, int] = {}
    for version in versions:
        for name, count in version["clock"].items():
            following[name] = max(following.get(name, 0), count)
    following[machine] = following.get(machine, 0) + 1
    return following
