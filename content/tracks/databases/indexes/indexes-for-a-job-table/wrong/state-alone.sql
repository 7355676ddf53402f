-- caught by: the next ten jobs are read, and no others
create index on jobs (state) where state = 'open';
create index on jobs (order_id);
create unique index on jobs (order_id, kind) where state = 'open';
