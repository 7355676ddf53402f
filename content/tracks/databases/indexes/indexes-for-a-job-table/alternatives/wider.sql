create unique index on jobs (kind, order_id) where (state = 'open');
create index on jobs (run_at, id) include (order_id, kind) where (state = 'open');
create index on jobs (order_id, run_at);
