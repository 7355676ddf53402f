def report(requests: list[dict], from_ms: int, to_ms: int) -> dict:
    return {
        "throughput": 0,
        "meanMs": None,
        "p50Ms": None,
        "p99Ms": None,
        "meanConcurrency": 0,
        "maxConcurrency": 0,
    }
