# caught by: finds a letter that is missing at the beginning
def distance(one, other):
    return abs(len(one) - len(other)) + sum(a != b for a, b in zip(one, other))


def suggest(typed: str, words: list[str], most: int) -> list[str]:
    near = [(distance(typed, word), word) for word in words]
    return [word for steps, word in sorted(near) if steps <= most]
