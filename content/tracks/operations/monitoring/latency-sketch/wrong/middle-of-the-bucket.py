# caught by: is accurate at both ends of every bucket
import math
from collections import Counter


def growth(accuracy: float) -> float:
    return (1 + accuracy) / (1 - accuracy)


def sketch_of(durations: list[float], accuracy: float) -> dict:
    """How many were zero, and how many lie in bucket i: above growth ** (i - 1), and up to growth ** i."""
    log_growth = math.log(growth(accuracy))
    counts = Counter(str(math.ceil(math.log(duration) / log_growth)) for duration in durations if duration > 0)
    return {"accuracy": accuracy, "zeros": sum(duration == 0 for duration in durations), "counts": dict(counts)}


def merge(sketches: list[dict]) -> dict:
    counts: Counter[str] = Counter()
    for sketch in sketches:
        counts.update(sketch["counts"])
    zeros = sum(sketch["zeros"] for sketch in sketches)
    return {"accuracy": sketches[0]["accuracy"], "zeros": zeros, "counts": dict(counts)}


def percentile(sketch: dict, percent: int) -> float | None:
    total = sketch["zeros"] + sum(sketch["counts"].values())
    if total == 0:
        return None
    left = -(-percent * total // 100) - sketch["zeros"]
    if left <= 0:
        return 0
    for bucket in sorted(map(int, sketch["counts"])):
        left -= sketch["counts"][str(bucket)]
        if left <= 0:
            break
    gamma = growth(sketch["accuracy"])
    # As far from the lower end of the bucket as from its upper end, in relation to the true value.
    return (gamma**bucket + gamma ** (bucket - 1)) / 2
