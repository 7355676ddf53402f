set lock_timeout = '500ms';

alter table customers add constraint phone_is_there check (phone is not null) not valid;

do $$
begin
  for batch in 0..5 loop
    update customers set phone = 'unknown'
    where phone is null and id between batch * 500 + 1 and batch * 500 + 500;
    commit;
  end loop;
end $$;

alter table customers validate constraint phone_is_there;

alter table customers alter column phone set not null;

alter table customers drop constraint phone_is_there;
