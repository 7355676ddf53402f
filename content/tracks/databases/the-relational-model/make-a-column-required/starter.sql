update customers set phone = 'unknown' where phone is null;

alter table customers alter column phone set not null;
