def compare_versions(a: str, b: str) -> int:
    return 0
