# caught by: a percent sign in the term stands for itself
def contains_pattern(term):
    return f"%{term}%"
