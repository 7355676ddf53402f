class Gone(Exception):
    pass


class Store:
    """Every open transaction is told of the keys that others commit, and keeps the values it may still want to see."""

    def __init__(self):
        self.values = {}
        self.open = []

    def begin(self):
        transaction = Transaction(self)
        self.open.append(transaction)
        return transaction


class Transaction:
    def __init__(self, store):
        self.store = store
        self.before = {}
        self.writes = {}

    def check(self):
        if self not in self.store.open:
            raise Gone("ended")

    def get(self, key):
        self.check()
        for values in (self.writes, self.before, self.store.values):
            if key in values:
                return values[key]

    def set(self, key, value):
        self.check()
        self.writes[key] = value

    def delete(self, key):
        self.check()
        self.writes[key] = None

    def rollback(self):
        self.check()
        self.store.open.remove(self)

    def commit(self):
        self.rollback()
        if self.before.keys() & self.writes.keys():
            return False
        for key, value in self.writes.items():
            for other in self.store.open:
                other.before.setdefault(key, self.store.values.get(key))
            self.store.values[key] = value
        return True


def create_store():
    return Store()
