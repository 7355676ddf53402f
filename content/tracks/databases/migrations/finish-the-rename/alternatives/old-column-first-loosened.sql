set lock_timeout to 500;
alter table customers alter column fullname drop not null;

update customers set name = fullname where name is null;

drop index concurrently customers_by_name;
create index concurrently on customers using btree (lower(name), id);
alter table customers add constraint customers_name_not_null not null name not valid;

alter table customers validate constraint customers_name_not_null;

drop trigger keep_names_equal on customers;

alter table customers drop column fullname;
drop function keep_names_equal();
