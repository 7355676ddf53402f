# caught by: stays small however many durations it stands for
def sketch_of(durations, accuracy):
    return durations


def merge(sketches):
    return sorted(duration for sketch in sketches for duration in sketch)


def percentile(sketch, percent):
    if not sketch:
        return None
    return sorted(sketch)[-(-percent * len(sketch) // 100) - 1]
