-- caught by: old code works after every statement
set lock_timeout = '2s';

alter table customers rename column fullname to name;
