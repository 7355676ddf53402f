class Projection:
    def apply(self, event: dict) -> str:
        return "refused"

    def read(self, entity: str) -> dict:
        return {"version": 0, "state": {}}


def create_projection(max_waiting: int) -> Projection:
    return Projection()
