-- caught by: a worker that breaks down gives its job back
-- part: claim
begin;
with job as (
  update jobs
  set done_at = now()
  where id = (select id from jobs where done_at is null order by run_at, id limit 1 for update skip locked)
  returning id, payload
)
select id, payload from job;
commit;

-- part: finish
begin;
commit;
