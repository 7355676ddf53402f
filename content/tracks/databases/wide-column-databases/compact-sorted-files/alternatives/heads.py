class Compaction:
    def __init__(self, files, drop_before):
        self._files = files
        self._drop_before = drop_before
        self._heads = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._heads is None:
            self._heads = [next(file, None) for file in self._files]
        while True:
            keys = [head["key"] for head in self._heads if head]
            if not keys:
                raise StopIteration
            key = min(keys)
            winner = None
            for i, head in enumerate(self._heads):
                if head and head["key"] == key:
                    self._heads[i] = next(self._files[i], None)
                    if winner is None or self._beats(head, winner):
                        winner = head
            if winner["value"] is not None or winner["at"] >= self._drop_before:
                return winner

    @staticmethod
    def _beats(a, b):
        if a["at"] != b["at"]:
            return a["at"] > b["at"]
        if a["value"] is None or b["value"] is None:
            return a["value"] is None
        return a["value"] > b["value"]


def compact(files, drop_before):
    return Compaction(files, drop_before)
