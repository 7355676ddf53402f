# caught by: sees no gap inside a long booking
def free_slots(bookings: list[list[int]], start: int, end: int, at_least: int) -> list[list[int]]:
    gaps = []
    free = start  # everything before this is booked or has been looked at
    for booked_from, booked_to in sorted(bookings):
        if booked_from > free:
            gaps.append([free, min(booked_from, end)])
        free = booked_to
        if free >= end:
            break
    if free < end:
        gaps.append([free, end])
    return [gap for gap in gaps if gap[1] - gap[0] >= at_least]
