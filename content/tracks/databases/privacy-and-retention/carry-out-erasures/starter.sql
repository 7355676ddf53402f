begin;

update erasure_requests
set done_on = job.today
from job
where done_on is null
  and refused_because is null;

commit;
