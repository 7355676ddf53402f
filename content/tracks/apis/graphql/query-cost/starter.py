def query_cost(query):
    return {"depth": 0, "cost": 0}
