def handle(request, books):
    headers = {"content-type": "application/json"}
    status, body = _find(request["method"], request["path"].split("?")[0].split("/"), {str(b["id"]): b for b in books})
    if status == 405:
        headers["allow"] = "GET, HEAD"
    if request["method"] == "HEAD":
        body = None
    return dict(status=status, headers=headers, body=body)


def _find(method, parts, books):
    match parts:
        case ["", "books", id]:
            if method not in {"GET", "HEAD"}:
                return 405, {"title": "Use GET or HEAD."}
            if not (id.isascii() and id.isdigit() and id[0] != "0" and len(id) <= 9):
                return 400, {"title": "The id must be a positive whole number."}
            if id not in books:
                return 404, {"title": "There is no such book."}
            return 200, books[id]
        case _:
            return 404, {"title": "There is nothing here."}
