from bisect import bisect_left, bisect_right


class Calendar:
    """Moments, and how many seats are taken from each of them up to the next."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.moments = [float("-inf")]
        self.taken = [0]
        self.bookings = {}
        self.accepted = 0

    def cut(self, moment):
        place = bisect_left(self.moments, moment)
        if place == len(self.moments) or self.moments[place] != moment:
            self.moments.insert(place, moment)
            self.taken.insert(place, self.taken[place - 1])
        return place

    def add(self, start, end, seats):
        first = self.cut(start)
        for place in range(first, self.cut(end)):
            self.taken[place] += seats

    def fits(self, start, end, seats):
        first = bisect_right(self.moments, start) - 1
        last = bisect_left(self.moments, end)
        return max(self.taken[first:last]) + seats <= self.capacity

    def book(self, start, end, seats):
        if not self.fits(start, end, seats):
            return None
        self.add(start, end, seats)
        self.accepted += 1
        self.bookings[self.accepted] = start, end, seats
        return self.accepted

    def cancel(self, number):
        if number not in self.bookings:
            return False
        start, end, seats = self.bookings.pop(number)
        self.add(start, end, -seats)
        return True

    def earliest(self, start, length, seats):
        for candidate in [start, *(moment for moment in self.moments if moment > start)]:
            if self.fits(candidate, candidate + length, seats):
                return candidate


def create_calendar(capacity):
    return Calendar(capacity)
