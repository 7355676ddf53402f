-- caught by: the index of due jobs holds open jobs only
create index on jobs (state, run_at, id);
create index on jobs (order_id);
create unique index on jobs (order_id, kind) where state = 'open';
