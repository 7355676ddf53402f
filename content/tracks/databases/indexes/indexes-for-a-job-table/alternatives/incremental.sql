create index on jobs (run_at) where state = 'open';
create unique index on jobs (order_id, kind) where state = 'open';
create index on jobs using hash (order_id);
