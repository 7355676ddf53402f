# caught by: compares long words in time
def distance(one, other):
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return distance(one[1:], other[1:])
    return 1 + min(distance(one[1:], other), distance(one, other[1:]), distance(one[1:], other[1:]))


def suggest(typed: str, words: list[str], most: int) -> list[str]:
    near = [(distance(typed, word), word) for word in words]
    return [word for steps, word in sorted(near) if steps <= most]
