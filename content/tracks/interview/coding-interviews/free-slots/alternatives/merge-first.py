def merged(bookings):
    result = []
    for first, last in sorted(map(tuple, bookings), key=lambda booking: booking[0]):
        if result and first <= result[-1][1]:
            result[-1][1] = max(result[-1][1], last)
        else:
            result.append([first, last])
    return result


def free_slots(bookings, start, end, at_least):
    """Merges the bookings first and then looks between neighbours."""
    edges = [start]
    for first, last in merged(bookings):
        if last > start and first < end:
            edges += [max(first, start), min(last, end)]
    edges.append(end)
    return [(a, b) for a, b in zip(edges[::2], edges[1::2]) if b - a >= at_least]
