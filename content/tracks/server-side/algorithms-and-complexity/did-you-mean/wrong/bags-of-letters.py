# caught by: does not take swapped letters for equal
from collections import Counter


def distance(one, other):
    a, b = Counter(one), Counter(other)
    return max((a - b).total(), (b - a).total())


def suggest(typed: str, words: list[str], most: int) -> list[str]:
    near = [(distance(typed, word), word) for word in words]
    return [word for steps, word in sorted(near) if steps <= most]
