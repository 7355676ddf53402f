-- caught by: no transaction changes more than 1000 rows
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

create trigger keep_names_equal before insert or update on customers
for each row execute function keep_names_equal();

update customers set name = fullname where name is null;
