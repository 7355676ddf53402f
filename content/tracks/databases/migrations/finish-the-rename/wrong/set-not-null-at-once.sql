-- caught by: nobody waits while the table is read
set lock_timeout = '2s';

update customers set name = fullname where name is null;

alter table customers alter column fullname drop not null;

create index concurrently customers_by_new_name on customers (lower(name));

alter table customers alter column name set not null;

drop trigger keep_names_equal on customers;

drop function keep_names_equal();

alter table customers drop column fullname;
