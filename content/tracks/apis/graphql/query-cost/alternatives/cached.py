from functools import cache


def query_cost(query):
    path = []

    @cache
    def fragment(name):
        if name in path:
            raise RuntimeError("circle: " + " > ".join(path + [name]))
        path.append(name)
        try:
            selections = query["fragments"][name]
        except KeyError:
            raise LookupError(f"no fragment {name}") from None
        result = depth_of(selections), cost_of(selections)
        path.pop()
        return result

    def depth_of(selections):
        return max(
            (fragment(s["spread"])[0] if "spread" in s else 1 + depth_of(s.get("selections") or []) for s in selections),
            default=0,
        )

    def cost_of(selections):
        return sum(
            fragment(s["spread"])[1] if "spread" in s else 1 + s.get("first", 1) * cost_of(s.get("selections") or [])
            for s in selections
        )

    # Whole numbers of Python have no bound, so that one cap at the end suffices.
    return {"depth": depth_of(query["selections"]), "cost": min(cost_of(query["selections"]), 10**9)}
