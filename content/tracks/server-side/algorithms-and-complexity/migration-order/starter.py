def plan_order(migrations: list[dict]) -> dict[str, list[str]]:
    return {"order": [migration["name"] for migration in migrations]}
