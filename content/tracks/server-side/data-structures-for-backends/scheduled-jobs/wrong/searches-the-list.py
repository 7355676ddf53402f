# caught by: takes thousands of jobs one by one in time
class Schedule:
    def __init__(self):
        self.jobs = []

    def add(self, id, run_at_ms):
        self.cancel(id)
        self.jobs.append((run_at_ms, id))

    def cancel(self, id):
        before = len(self.jobs)
        self.jobs = [job for job in self.jobs if job[1] != id]
        return len(self.jobs) < before

    def next_at(self):
        return min((run_at for run_at, _ in self.jobs), default=None)

    def take_due(self, now_ms):
        due = sorted((job for job in self.jobs if job[0] <= now_ms), key=lambda job: job[0])
        self.jobs = [job for job in self.jobs if job[0] > now_ms]
        return [id for _, id in due]


def create_schedule():
    return Schedule()
