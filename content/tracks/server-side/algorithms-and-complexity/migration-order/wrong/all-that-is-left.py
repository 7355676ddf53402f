# caught by: shows the cycle and only the cycle
def plan_order(migrations):
    names = {m["name"] for m in migrations}
    waiting = {name: [] for name in names}
    open_needs = {}
    for m in migrations:
        open_needs[m["name"]] = len(m["needs"])
        for need in m["needs"]:
            if need not in names:
                raise ValueError(f"{m['name']} needs {need}")
            waiting[need].append(m["name"])
    order = [name for name, count in open_needs.items() if count == 0]
    for done in order:
        for name in waiting[done]:
            open_needs[name] -= 1
            if open_needs[name] == 0:
                order.append(name)
    if len(order) < len(names):
        return {"cycle": [name for name, count in open_needs.items() if count]}
    return {"order": order}
