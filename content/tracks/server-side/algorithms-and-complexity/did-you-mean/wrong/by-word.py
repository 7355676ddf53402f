# caught by: puts the nearest first
def distance(one: str, other: str) -> int:
    """The cell of row i and column j is the distance of the first i letters of one from the first j of the other."""
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, other_letter in enumerate(other, start=1):
            replaced = above[j - 1] + (letter != other_letter)
            row.append(min(above[j] + 1, row[j - 1] + 1, replaced))
        above = row
    return above[-1]


def suggest(typed: str, words: list[str], most: int) -> list[str]:
    near = [(distance(typed, word), word) for word in words]
    return sorted(word for steps, word in near if steps <= most)
