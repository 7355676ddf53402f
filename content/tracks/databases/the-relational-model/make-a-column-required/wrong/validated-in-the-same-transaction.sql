-- caught by: nobody waits while the table is read
set lock_timeout = '2s';

update customers set phone = 'unknown' where id between 1 and 1000 and phone is null;
update customers set phone = 'unknown' where id between 1001 and 2000 and phone is null;
update customers set phone = 'unknown' where id between 2001 and 3000 and phone is null;

begin;
alter table customers add constraint phone_is_there check (phone is not null) not valid;
alter table customers validate constraint phone_is_there;
alter table customers alter column phone set not null;
alter table customers drop constraint phone_is_there;
commit;
