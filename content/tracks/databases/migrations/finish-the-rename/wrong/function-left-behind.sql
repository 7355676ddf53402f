-- caught by: nothing of the old name is left
set lock_timeout = '2s';

update customers set name = fullname where name is null;

alter table customers add constraint customers_name_not_null not null name not valid;

alter table customers validate constraint customers_name_not_null;

create index concurrently customers_by_new_name on customers (lower(name));

alter table customers alter column fullname drop not null;

drop trigger keep_names_equal on customers;

alter table customers drop column fullname;
