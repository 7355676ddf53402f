# caught by: each past week is as likely as the others, however often its number occurs
import math
import random

RUNS = 10_000


def futures(history, items):
    if items > 0 and sum(history) == 0:
        raise ValueError("no forecast from a history of zeros")
    results = []
    for _ in range(RUNS):
        weeks, left = 0, items
        while left > 0:
            left -= random.randint(min(history), max(history))
            weeks += 1
        results.append(weeks)
    return sorted(results)


def chance_by(history, items, weeks):
    return sum(needed <= weeks for needed in futures(history, items)) / RUNS


def forecast(history, items, percents):
    ordered = futures(history, items)
    return [ordered[math.ceil(percent / 100 * RUNS) - 1] for percent in percents]
