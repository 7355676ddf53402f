-- part: claim
begin;
create temporary table claimed on commit drop as
select id, payload from jobs where done_at is null order by run_at, id limit 1 for no key update skip locked;
select id, payload from claimed;

-- part: finish
update jobs set done_at = now() where id in (select id from claimed);
commit;
