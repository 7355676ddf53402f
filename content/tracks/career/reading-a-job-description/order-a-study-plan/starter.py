def plan_weeks(gaps: list[dict], hours_a_week: int) -> list[dict]:
    return [{"topic": gap["topic"], "week": 1} for gap in gaps]
