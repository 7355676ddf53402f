begin;
set local lock_timeout = '3s';
alter table customers add column name text;
commit;
create function on_insert() returns trigger language plpgsql as $$
begin
  if new.name is null then new.name := new.fullname; else new.fullname := new.name; end if;
  return new;
end $$;
create function on_update() returns trigger language plpgsql as $$
begin
  if new.fullname <> old.fullname then new.name := new.fullname;
  elsif new.name <> old.name then new.fullname := new.name;
  else new.name := coalesce(new.name, new.fullname);
  end if;
  return new;
end $$;
set lock_timeout = '3s';
create trigger a before insert on customers for each row execute function on_insert();
create trigger b before update on customers for each row execute function on_update();
update customers set fullname = fullname where id % 10 = 0 and name is null;
update customers set fullname = fullname where id % 10 = 1 and name is null;
update customers set fullname = fullname where id % 10 = 2 and name is null;
update customers set fullname = fullname where id % 10 = 3 and name is null;
update customers set fullname = fullname where id % 10 = 4 and name is null;
update customers set fullname = fullname where id % 10 = 5 and name is null;
update customers set fullname = fullname where id % 10 = 6 and name is null;
update customers set fullname = fullname where id % 10 = 7 and name is null;
update customers set fullname = fullname where id % 10 = 8 and name is null;
update customers set fullname = fullname where id % 10 = 9 and name is null;
