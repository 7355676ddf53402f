-- caught by: the service works after every statement
set lock_timeout = '2s';
alter table customers rename column phone to old_phone;
alter table customers add column phone text not null default 'unknown';
update customers set phone = old_phone where id <= 1000 and old_phone is not null;
