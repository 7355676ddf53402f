# caught by: finds the gaps between 50,000 bookings in time
def free_slots(bookings, start, end, at_least):
    gaps = []
    free = start
    while free < end:
        for booked_from, booked_to in bookings:
            if booked_from <= free < booked_to:
                free = booked_to
                break
        else:
            following = min([booked_from for booked_from, _ in bookings if booked_from > free] + [end])
            following = min(following, end)
            if following - free >= at_least:
                gaps.append([free, following])
            free = following
    return gaps
