class Calendar:
    def __init__(self, capacity: int) -> None:
        self._accepted = 0

    def book(self, start: int, end: int, seats: int) -> int | None:
        self._accepted += 1
        return self._accepted

    def cancel(self, number: int) -> bool:
        return False

    def earliest(self, from_: int, length: int, seats: int) -> int | None:
        return from_


def create_calendar(capacity: int) -> Calendar:
    return Calendar(capacity)
