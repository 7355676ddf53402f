-- part: claim
begin;
select id, payload from jobs where done_at is null limit 1;

-- part: finish
update jobs set done_at = now() where done_at is null;
commit;
