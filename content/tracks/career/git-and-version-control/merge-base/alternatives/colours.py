from collections import deque

FROM_A, FROM_B = 1, 2


def merge_bases(parents, a, b):
    """Colours each commit by where it can be reached from, then drops the parents of commits with both colours."""
    colours = {}
    for start, colour in ((a, FROM_A), (b, FROM_B)):
        try:
            parents[start]
        except KeyError as error:
            raise ValueError(f"no commit {start} in this history") from error
        queue = deque([start])
        while queue:
            commit = queue.popleft()
            before = colours.get(commit, 0)
            if before & colour:
                continue
            colours[commit] = before | colour
            queue.extend(parents[commit])
    best = dict.fromkeys(commit for commit, colour in colours.items() if colour == FROM_A | FROM_B)
    for commit in list(best):
        for parent in parents[commit]:
            best.pop(parent, None)
    return sorted(best)
