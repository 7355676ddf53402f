# caught by: refuses ids that a language would read as a number
import re


def answer(status: int, body: dict, **more: str) -> dict:
    return {"status": status, "headers": {"content-type": "application/json", **more}, "body": body}


def show(method: str, id: str, books: list[dict]) -> dict:
    if method not in ("GET", "HEAD"):
        return answer(405, {"title": "Use GET or HEAD."}, allow="GET, HEAD")
    try:
        if int(id) < 1:
            raise ValueError
    except ValueError:
        return answer(400, {"title": "The id must be a positive whole number."})
    book = next((book for book in books if book["id"] == int(id)), None)
    return answer(200, book) if book else answer(404, {"title": "There is no such book."})


def handle(request: dict, books: list[dict]) -> dict:
    path, _, _ = request["path"].partition("?")
    match = re.fullmatch("/books/([^/]*)", path)
    if match:
        found = show(request["method"], match[1], books)
    else:
        found = answer(404, {"title": "There is nothing here."})
    return {**found, "body": None} if request["method"] == "HEAD" else found
