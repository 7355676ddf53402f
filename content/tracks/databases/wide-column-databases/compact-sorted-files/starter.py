from collections.abc import Iterator


def compact(files: list[Iterator[dict]], drop_before: int) -> Iterator[dict]:
    for file in files:
        yield from file
