def handle(request: dict, books: list[dict]) -> dict:
    return {"status": 200, "headers": {"content-type": "application/json"}, "body": None}
