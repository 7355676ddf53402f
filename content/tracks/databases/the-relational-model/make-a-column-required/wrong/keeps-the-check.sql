-- caught by: the column is required, and nothing else is left behind
set lock_timeout = '2s';
alter table customers add constraint phone_is_there check (phone is not null) not valid;

update customers set phone = 'unknown' where id between 1 and 1000 and phone is null;
update customers set phone = 'unknown' where id between 1001 and 2000 and phone is null;
update customers set phone = 'unknown' where id between 2001 and 3000 and phone is null;

alter table customers validate constraint phone_is_there;
alter table customers alter column phone set not null;
