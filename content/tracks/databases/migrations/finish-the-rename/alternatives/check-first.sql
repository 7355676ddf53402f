set lock_timeout = '2s';

create index concurrently customers_by_new_name on customers (lower(name));

update customers set name = fullname where name is null;

alter table customers add constraint c check (name is not null) not valid;
alter table customers validate constraint c;
alter table customers alter name set not null;
alter table customers drop constraint c;
alter table customers alter column fullname drop not null;

drop function keep_names_equal() cascade;
alter table customers drop column fullname;
