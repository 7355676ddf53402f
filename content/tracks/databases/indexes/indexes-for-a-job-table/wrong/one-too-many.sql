-- caught by: there are at most three new indexes
create index on jobs (run_at, id) where state = 'open';
create index on jobs (order_id);
create index on jobs (order_id, kind);
create unique index on jobs (order_id, kind) where state = 'open';
