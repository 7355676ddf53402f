# caught by: promises more weeks for a higher percentage, and more than the average pace would need
import math


def chance_by(history, items, weeks):
    if items == 0:
        return 1
    if not any(history):
        raise ValueError("nothing was finished")
    return sum(finished * weeks >= items for finished in history) / len(history)


def forecast(history, items, percents):
    if items == 0:
        return [0 for _ in percents]
    if not any(history):
        raise ValueError("nothing was finished")
    ordered = sorted(history)
    return [
        math.ceil(items / max(1, ordered[math.ceil(percent / 100 * len(ordered)) - 1])) for percent in percents
    ]
