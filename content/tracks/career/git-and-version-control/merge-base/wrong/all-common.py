# caught by: leaves out a common ancestor that lies below another one
def walk(parents, start):
    if start not in parents:
        raise ValueError(f"unknown commit {start}")
    found, to_visit = {start}, [start]
    while to_visit:
        for parent in parents[to_visit.pop()]:
            if parent not in found:
                found.add(parent)
                to_visit.append(parent)
    return found


def merge_bases(parents, a, b):
    return sorted(walk(parents, a) & walk(parents, b))
