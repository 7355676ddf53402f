# caught by: estimates every percentile of one list
from collections import Counter


def sketch_of(durations, accuracy):
    width = 100
    return dict(Counter(str(int(duration // width)) for duration in durations))


def merge(sketches):
    return dict(sum(map(Counter, sketches), Counter()))


def percentile(sketch, percent):
    left = -(-percent * sum(sketch.values()) // 100)
    for bucket in sorted(map(int, sketch)):
        left -= sketch[str(bucket)]
        if left <= 0:
            return bucket * 100 + 50
