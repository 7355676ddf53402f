from pathlib import PurePosixPath


def fits(pattern, file):
    path = PurePosixPath(file)
    match pattern:
        case "*":
            return True
        case _ if pattern.startswith("*"):
            return path.name.endswith(pattern[1:])
        case _ if not pattern.startswith("/"):
            return pattern.rstrip("/") in path.parts[:-1]
        case _ if pattern.endswith("/"):
            return PurePosixPath(pattern.strip("/")) in path.parents
    return path == PurePosixPath(pattern[1:])


def pick_reviewers(owners, files, author):
    """Works on the parts of the paths; each fitting line overwrites what an earlier one said."""
    decided = {file: [] for file in files}
    for line in owners.split("\n"):
        words = line.split("#")[0].split()
        if not words:
            continue
        for file in files:
            if fits(words[0], file):
                decided[file] = [name for name in words[1:] if name != author]
    return {
        "reviewers": sorted({name for names in decided.values() for name in names}),
        "alone": [file for file in files if not decided[file]],
    }
