-- caught by: no name is lost, and one is needed
set lock_timeout = '2s';

create index concurrently customers_by_new_name on customers (lower(name));

alter table customers alter column fullname drop not null;

drop trigger keep_names_equal on customers;

drop function keep_names_equal();

alter table customers drop column fullname;
