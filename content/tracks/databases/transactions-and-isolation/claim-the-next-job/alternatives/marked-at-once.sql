-- part: claim
begin;
update jobs
set done_at = now()
where id = (select id from jobs where done_at is null order by run_at, id limit 1 for update skip locked)
returning id, payload;

-- part: finish
commit;
