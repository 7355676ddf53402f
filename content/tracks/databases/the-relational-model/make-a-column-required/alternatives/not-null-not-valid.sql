set lock_timeout = '1s';

alter table customers add constraint customers_phone_not_null not null phone not valid;

update customers set phone = 'unknown' where id between 1 and 1000 and phone is null;
update customers set phone = 'unknown' where id between 1001 and 2000 and phone is null;
update customers set phone = 'unknown' where id between 2001 and 3000 and phone is null;

alter table customers validate constraint customers_phone_not_null;
