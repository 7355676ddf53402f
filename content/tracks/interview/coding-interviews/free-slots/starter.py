def free_slots(bookings: list[list[int]], start: int, end: int, at_least: int) -> list[list[int]]:
    return []
