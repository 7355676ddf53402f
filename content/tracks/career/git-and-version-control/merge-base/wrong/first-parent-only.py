# caught by: follows every parent of a merge commit
def line(parents, start):
    if start not in parents:
        raise ValueError(f"unknown commit {start}")
    commits = [start]
    while parents[commits[-1]]:
        commits.append(parents[commits[-1]][0])
    return commits


def merge_bases(parents, a, b):
    of_a = set(line(parents, a))
    return next(([commit] for commit in line(parents, b) if commit in of_a), [])
