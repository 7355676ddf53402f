def rebalance(owners: list[str | None], machines: list[str]) -> list[str]:
    return [machines[slot % len(machines)] for slot in range(len(owners))]
