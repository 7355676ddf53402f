class Schedule:
    def add(self, id: str, run_at_ms: int) -> None:
        pass

    def cancel(self, id: str) -> bool:
        return False

    def next_at(self) -> int | None:
        return None

    def take_due(self, now_ms: int) -> list[str]:
        return []


def create_schedule() -> Schedule:
    return Schedule()
