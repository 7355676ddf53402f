def start_order(needs: dict[str, list[str]]) -> list[str]:
    return []
