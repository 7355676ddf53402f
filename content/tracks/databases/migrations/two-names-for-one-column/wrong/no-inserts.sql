-- caught by: what old code writes, new code reads
set lock_timeout = '2s';

alter table customers add column name text;

create function keep_names_equal() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.name := coalesce(new.name, new.fullname);
    new.fullname := coalesce(new.fullname, new.name);
  elsif new.name is distinct from old.name then
    new.fullname := new.name;
  elsif new.fullname is distinct from old.fullname then
    new.name := new.fullname;
  end if;
  return new;
end $$;

create trigger keep_names_equal before update on customers
for each row execute function keep_names_equal();

update customers set name = fullname where name is null and id between 1 and 1000;
update customers set name = fullname where name is null and id between 1001 and 2000;
update customers set name = fullname where name is null and id between 2001 and 3000;
update customers set name = fullname where name is null and id between 3001 and 4000;
update customers set name = fullname where name is null and id between 4001 and 5000;
update customers set name = fullname where name is null and id > 5000;
