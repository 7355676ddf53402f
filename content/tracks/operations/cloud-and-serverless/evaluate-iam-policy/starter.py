def decide(policies, request):
    return "implicitDeny"
