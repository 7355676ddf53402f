# caught by: multiplies lists within lists
COST_MAX = 1_000_000_000


def query_cost(query):
    fragments = query["fragments"]
    known = {}  # the price of each fragment, or None while it is being found out

    def of_fragment(name):
        if name in known:
            if known[name] is None:
                raise ValueError(f"fragment {name} contains itself")
            return known[name]
        if name not in fragments:
            raise ValueError(f"fragment {name} is not defined")
        known[name] = None
        known[name] = of_all(fragments[name])
        return known[name]

    def of_one(selection):
        if "spread" in selection:
            return of_fragment(selection["spread"])
        depth, cost = of_all(selection.get("selections", []))
        return 1 + depth, selection.get("first", 1) * (1 + cost)

    def of_all(selections):
        depth, cost = 0, 0
        for selection in selections:
            below, price = of_one(selection)
            depth = max(depth, below)
            cost = min(cost + price, COST_MAX)
        return depth, cost

    depth, cost = of_all(query["selections"])
    return {"depth": depth, "cost": cost}
