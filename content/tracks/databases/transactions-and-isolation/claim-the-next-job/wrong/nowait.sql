-- caught by: two workers get different jobs
-- part: claim
begin;
with job as (
  select id, payload
  from jobs
  where done_at is null
  order by run_at, id
  limit 1
  for update nowait
)
select id, payload
from job
where set_config('app.job', id::text, true) is not null;

-- part: finish
update jobs set done_at = now() where id = current_setting('app.job')::integer;
commit;
