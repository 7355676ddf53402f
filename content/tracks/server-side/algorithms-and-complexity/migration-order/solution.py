def plan_order(migrations: list[dict]) -> dict[str, list[str]]:
    needs_of = {migration["name"]: migration["needs"] for migration in migrations}
    waiting_for: dict[str, list[str]] = {name: [] for name in needs_of}
    open_needs = {name: len(needs) for name, needs in needs_of.items()}

    for name, needs in needs_of.items():
        for need in needs:
            if need not in needs_of:
                raise ValueError(f"{name} needs {need}, which does not exist")
            waiting_for[need].append(name)

    order = [name for name, count in open_needs.items() if count == 0]
    for done in order:  # grows while it is read
        for name in waiting_for[done]:
            open_needs[name] -= 1
            if open_needs[name] == 0:
                order.append(name)
    if len(order) == len(needs_of):
        return {"order": order}

    # Whatever is left needs something that is left, so this walk must come back to where it was.
    place_of: dict[str, int] = {}
    name = next(name for name, count in open_needs.items() if count > 0)
    while name not in place_of:
        place_of[name] = len(place_of)
        name = next(need for need in needs_of[name] if open_needs[need] > 0)
    return {"cycle": list(place_of)[place_of[name] :]}
