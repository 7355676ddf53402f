# caught by: sees its own writes, and nobody else does before the commit
from bisect import bisect_right


class Store:
    def __init__(self) -> None:
        # For each key the numbers of the commits that wrote it, rising, and beside them the values, None for a deletion.
        self.versions: dict[str, tuple[list[int], list[str | None]]] = {}
        self.last_commit = 0
        # In the order in which they began: the first is the oldest.
        self.open: dict["Transaction", int] = {}

    def begin(self) -> "Transaction":
        return Transaction(self)

    def add(self, key: str, value: str | None) -> None:
        ats, values = self.versions.setdefault(key, ([], []))
        ats.append(self.last_commit)
        values.append(value)
        # Drop what no transaction can see any more.
        needed = next(iter(self.open.values()), self.last_commit)
        first = bisect_right(ats, needed) - 1
        if first > 0:
            del ats[:first], values[:first]
        if values == [None] and ats[0] <= needed:
            del self.versions[key]


class Transaction:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._writes: dict[str, str | None] = {}
        self._snapshot = store.last_commit
        store.open[self] = self._snapshot

    def _must_be_open(self) -> None:
        if self not in self._store.open:
            raise RuntimeError("This transaction has ended")

    def get(self, key: str) -> str | None:
        self._must_be_open()
        if self._writes.get(key) is not None:
            return self._writes[key]
        ats, values = self._store.versions.get(key, ([], []))
        place = bisect_right(ats, self._snapshot)
        return values[place - 1] if place else None

    def set(self, key: str, value: str) -> None:
        self._must_be_open()
        self._writes[key] = value

    def delete(self, key: str) -> None:
        self._must_be_open()
        self._writes[key] = None

    def commit(self) -> bool:
        self._must_be_open()
        del self._store.open[self]
        for key in self._writes:
            ats, _ = self._store.versions.get(key, ([], []))
            if ats and ats[-1] > self._snapshot:
                return False
        self._store.last_commit += 1
        for key, value in self._writes.items():
            self._store.add(key, value)
        return True

    def rollback(self) -> None:
        self._must_be_open()
        del self._store.open[self]


def create_store() -> Store:
    return Store()
