from bisect import bisect_left


def borders(accuracy):
    """The upper ends of all buckets."""
    ends = [0.0, 0.1]
    while ends[-1] < 100_000:
        ends.append(ends[-1] * (1 + accuracy) / (1 - accuracy))
    return ends


def sketch_of(durations, accuracy):
    ends = borders(accuracy)
    counts = [0] * len(ends)
    for duration in durations:
        counts[bisect_left(ends, duration)] += 1
    return [accuracy, counts]


def merge(sketches):
    return [sketches[0][0], [sum(column) for column in zip(*(counts for _, counts in sketches))]]


def percentile(sketch, percent):
    accuracy, counts = sketch
    passed = 0
    for end, count in zip(borders(accuracy), counts):
        passed += count
        if count and passed * 100 >= percent * sum(counts):
            return end * (1 - accuracy) if end > 0.1 else end
