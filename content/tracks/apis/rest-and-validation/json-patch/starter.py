def apply_patch(document, patch):
    return {"failedAt": -1}
