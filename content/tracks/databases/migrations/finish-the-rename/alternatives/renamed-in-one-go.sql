set lock_timeout = '2s';
update customers set name = fullname where name is null;
do $$ begin
drop trigger keep_names_equal on customers;
alter table customers drop column name;
alter table customers rename column fullname to name;
end $$;
drop function keep_names_equal();
