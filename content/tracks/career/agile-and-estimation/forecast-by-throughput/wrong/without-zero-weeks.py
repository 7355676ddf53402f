# caught by: weeks in which nothing was finished count
import math
import random

RUNS = 10_000


def futures(history, items):
    if items > 0 and sum(history) == 0:
        raise ValueError("no forecast from a history of zeros")
    history = [finished for finished in history if finished]
    results = []
    for _ in range(RUNS):
        weeks, left = 0, items
        while left > 0:
            left -= history[int(random.random() * len(history))]
            weeks += 1
        results.append(weeks)
    return sorted(results)


def chance_by(history, items, weeks):
    return sum(needed <= weeks for needed in futures(history, items)) / RUNS


def forecast(history, items, percents):
    ordered = futures(history, items)
    return [ordered[math.ceil(percent / 100 * RUNS) - 1] for percent in percents]
