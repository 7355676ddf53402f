# caught by: promises more weeks for a higher percentage, and more than the average pace would need
import math


def chance_by(history, items, weeks):
    if items == 0:
        return 1
    if not sum(history):
        raise ValueError("nothing was finished")
    return 1 if sum(history) / len(history) * weeks >= items else 0


def forecast(history, items, percents):
    if items == 0:
        return [0 for _ in percents]
    if not sum(history):
        raise ValueError("nothing was finished")
    return [math.ceil(items / (sum(history) / len(history))) for _ in percents]
