import heapq
import math


def report(requests, from_ms, to_ms):
    """A heap of the ends of those that are under way."""
    ended = sorted(r["endMs"] - r["startMs"] for r in requests if from_ms <= r["endMs"] and r["endMs"] < to_ms)
    count = len(ended)
    spent = most = 0
    ends = []
    for r in sorted(requests, key=lambda r: r["startMs"]):
        start, end = max(r["startMs"], from_ms), min(r["endMs"], to_ms)
        if start >= end:
            continue
        spent += end - start
        while ends and ends[0] <= start:
            heapq.heappop(ends)
        heapq.heappush(ends, end)
        most = max(most, len(ends))
    return {
        "throughput": count / ((to_ms - from_ms) / 1000),
        "meanMs": sum(ended) / count if count else None,
        "p50Ms": ended[math.ceil(count / 2) - 1] if count else None,
        "p99Ms": ended[math.ceil(count * 99 / 100) - 1] if count else None,
        "meanConcurrency": spent / (to_ms - from_ms),
        "maxConcurrency": most,
    }
