# caught by: finds both bases of a criss-cross merge
def merge_bases(parents, a, b):
    for commit in (a, b):
        if commit not in parents:
            raise ValueError(f"unknown commit: {commit}")
    of_a = {a}
    queue = [a]
    for commit in queue:
        queue.extend(parents[commit])
        of_a.update(parents[commit])
    queue = [b]
    for commit in queue:
        if commit in of_a:
            return [commit]
        queue.extend(parents[commit])
    return []
