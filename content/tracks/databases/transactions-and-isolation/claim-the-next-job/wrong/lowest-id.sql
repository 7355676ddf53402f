-- caught by: the earliest job first, the lower id of two
-- part: claim
begin;
with job as (
  select id, payload
  from jobs
  where done_at is null
  order by id
  limit 1
  for update skip locked
)
select id, payload
from job
where set_config('app.job', id::text, true) is not null;

-- part: finish
update jobs set done_at = now() where id = current_setting('app.job')::integer;
commit;
