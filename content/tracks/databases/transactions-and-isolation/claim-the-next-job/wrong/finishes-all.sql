-- caught by: finish ends the claimed job and no other
-- part: claim
begin;
select id, payload from jobs where done_at is null order by run_at, id limit 1 for update skip locked;

-- part: finish
update jobs set done_at = now()
where id in (select id from jobs where done_at is null order by run_at, id for update skip locked);
commit;
