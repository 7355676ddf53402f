set lock_timeout = '1s';
alter table customers add name text;
create function f() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.name is not distinct from old.name then
    new.name = new.fullname;
  elsif new.name is not null then
    new.fullname = new.name;
  else
    new.name = new.fullname;
  end if;
  return new;
end $$;
create trigger t before insert or update on customers for each row execute procedure f();
do $$
declare
  last integer := (select max(id) from customers);
begin
  for start in 0..last by 500 loop
    update customers set name = fullname where id > start and id <= start + 500 and name is null;
    commit;
  end loop;
end $$;
