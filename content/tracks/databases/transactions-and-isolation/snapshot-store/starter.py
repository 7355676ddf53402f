class Transaction:
    def __init__(self, values: dict[str, str]) -> None:
        self._values = values

    def get(self, key: str) -> str | None:
        return self._values.get(key)

    def set(self, key: str, value: str) -> None:
        self._values[key] = value

    def delete(self, key: str) -> None:
        self._values.pop(key, None)

    def commit(self) -> bool:
        return True

    def rollback(self) -> None:
        pass


class Store:
    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def begin(self) -> Transaction:
        return Transaction(self._values)


def create_store() -> Store:
    return Store()
