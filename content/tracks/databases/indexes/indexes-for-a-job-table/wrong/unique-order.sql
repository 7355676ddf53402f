-- caught by: an order has at most one open job of a kind, and any number of others
create index on jobs (run_at, id) where state = 'open';
create index on jobs (order_id);
create unique index on jobs (order_id) where state = 'open';
