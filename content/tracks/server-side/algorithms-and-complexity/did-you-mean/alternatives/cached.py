from functools import cache


def suggest(typed, words, most):
    @cache
    def steps(a, b):
        if not a or not b:
            return len(a) + len(b)
        if a[-1] == b[-1]:
            return steps(a[:-1], b[:-1])
        return 1 + min(steps(a[:-1], b), steps(a, b[:-1]), steps(a[:-1], b[:-1]))

    found = []
    for limit in range(most + 1):
        found += sorted(w for w in words if abs(len(w) - len(typed)) <= most and steps(typed, w) == limit)
    return found
