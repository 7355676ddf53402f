# caught by: handles a history of 20,000 commits in one line
def ancestors(parents, commit, found):
    found.add(commit)
    for parent in parents[commit]:
        if parent not in found:
            ancestors(parents, parent, found)
    return found


def merge_bases(parents, a, b):
    for commit in (a, b):
        if commit not in parents:
            raise ValueError(f"unknown commit: {commit}")
    common = ancestors(parents, a, set()) & ancestors(parents, b, set())
    return sorted(common - {parent for commit in common for parent in parents[commit]})
