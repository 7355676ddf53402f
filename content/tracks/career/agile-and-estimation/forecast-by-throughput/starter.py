def chance_by(history: list[int], items: int, weeks: int) -> float:
    return 0.0


def forecast(history: list[int], items: int, percents: list[int]) -> list[int]:
    return []
