from collections.abc import Iterator
from itertools import islice, repeat


def chance_by(history: list[int], items: int, weeks: int) -> float:
    return next(islice(chances_by_week(history, items), weeks, None))


def forecast(history: list[int], items: int, percents: list[int]) -> list[int]:
    highest = max(percents, default=0)
    chances = []
    for done in chances_by_week(history, items):
        chances.append(done)
        if done * 100 >= highest:
            break
    return [next(week for week, done in enumerate(chances) if done * 100 >= percent) for percent in percents]


def chances_by_week(history: list[int], items: int) -> Iterator[float]:
    """The chance of having finished after 0, 1, 2, ... weeks, without end."""
    if items == 0:
        yield from repeat(1.0)
    if not any(history):
        raise ValueError("nothing was ever finished")
    # chances[n]: n items are finished; the last place stands for all of them, or more.
    chances = [1.0] + [0.0] * items
    while True:
        yield chances[items]
        following = [0.0] * (items + 1)
        for finished, chance in enumerate(chances):
            for more in history:
                following[min(items, finished + more)] += chance / len(history)
        chances = following
