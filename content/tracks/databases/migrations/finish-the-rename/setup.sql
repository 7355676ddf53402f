create table customers (
  id integer primary key,
  fullname text not null,
  name text
);

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

create index customers_by_name on customers (lower(fullname));
