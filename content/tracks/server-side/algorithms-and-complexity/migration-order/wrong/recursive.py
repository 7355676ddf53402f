# caught by: plans a long chain in time
def plan_order(migrations):
    needs_of = {m["name"]: m["needs"] for m in migrations}
    for name, needs in needs_of.items():
        for need in needs:
            if need not in needs_of:
                raise ValueError(f"{name} needs {need}")
    done = {}
    path = []

    def visit(name):
        if name in done:
            return None
        if name in path:
            return path[path.index(name):]
        path.append(name)
        for need in needs_of[name]:
            if cycle := visit(need):
                return cycle
        path.pop()
        done[name] = True

    for name in needs_of:
        if cycle := visit(name):
            return {"cycle": cycle}
    return {"order": list(done)}
