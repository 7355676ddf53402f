-- caught by: what new code writes, old code reads
set lock_timeout = '2s';

alter table customers add column name text generated always as (fullname) virtual;
