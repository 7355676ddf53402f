# caught by: counts for throughput and latency what ended in the window, wherever it began
def percentile(ordered: list[int], percent: int) -> int | None:
    if not ordered:
        return None
    return ordered[-(-percent * len(ordered) // 100) - 1]


def most_at_once(spans: list[tuple[int, int]]) -> int:
    # Sorting puts -1 before +1: who ends at a moment is no longer there for who begins at it.
    events = sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans])
    current = most = 0
    for _, change in events:
        current += change
        most = max(most, current)
    return most


def report(requests: list[dict], from_ms: int, to_ms: int) -> dict:
    window_ms = to_ms - from_ms
    durations = sorted(r["endMs"] - r["startMs"] for r in requests if from_ms <= r["endMs"] <= to_ms)
    cut = [(max(r["startMs"], from_ms), min(r["endMs"], to_ms)) for r in requests]
    spans = [(start, end) for start, end in cut if start < end]
    return {
        "throughput": len(durations) * 1000 / window_ms,
        "meanMs": sum(durations) / len(durations) if durations else None,
        "p50Ms": percentile(durations, 50),
        "p99Ms": percentile(durations, 99),
        "meanConcurrency": sum(end - start for start, end in spans) / window_ms,
        "maxConcurrency": most_at_once(spans),
    }
