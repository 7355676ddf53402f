# caught by: sees a peak in the middle of the request
class Calendar:
    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._bookings: dict[int, tuple[int, int, int]] = {}
        self._accepted = 0

    def _taken_at(self, moment: int) -> int:
        return sum(seats for start, end, seats in self._bookings.values() if start <= moment < end)

    def _fits(self, start: int, end: int, seats: int) -> bool:
        # The number taken rises only where a booking starts, so these moments and the start of the request decide.
        within = {at for at, _, _ in self._bookings.values() if start < at < end}
        return all(self._taken_at(moment) + seats <= self._capacity for moment in {start})

    def book(self, start: int, end: int, seats: int) -> int | None:
        if not self._fits(start, end, seats):
            return None
        self._accepted += 1
        self._bookings[self._accepted] = (start, end, seats)
        return self._accepted

    def cancel(self, number: int) -> bool:
        return self._bookings.pop(number, None) is not None

    def earliest(self, from_: int, length: int, seats: int) -> int | None:
        if seats > self._capacity:
            return None
        ends = sorted(end for _, end, _ in self._bookings.values() if end > from_)
        return next(start for start in [from_, *ends] if self._fits(start, start + length, seats))


def create_calendar(capacity: int) -> Calendar:
    return Calendar(capacity)
