begin;
set local lock_timeout = '1s';
alter table customers add constraint phone_is_there check (phone is not null) not valid;
commit;
do $$
begin
  for batch in 0..5 loop
    update customers set phone = 'unknown' where phone is null and id between batch * 500 + 1 and batch * 500 + 500;
    commit;
  end loop;
end $$;
alter table customers validate constraint phone_is_there;
begin;
set local lock_timeout = '1s';
alter table customers alter phone set not null;
commit;
begin;
set local lock_timeout = '1s';
alter table customers drop constraint phone_is_there;
commit;
