-- caught by: no transaction changes more than 1000 rows
set lock_timeout = '2s';
alter table customers add constraint phone_is_there check (phone is not null) not valid;
update customers set phone = 'unknown' where phone is null;
alter table customers validate constraint phone_is_there;
alter table customers alter column phone set not null;
alter table customers drop constraint phone_is_there;
