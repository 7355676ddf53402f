-- caught by: two workers get different jobs
-- part: claim
begin;
with open_jobs as (
  select id, payload, run_at
  from jobs
  where done_at is null
  order by run_at, id
  for update skip locked
)
select id, payload
from (select * from open_jobs order by run_at, id) as sorted
where set_config('app.job', (select min(id)::text from open_jobs where run_at = (select min(run_at) from open_jobs)), true)
  = id::text;

-- part: finish
update jobs set done_at = now() where id = current_setting('app.job')::integer;
commit;
