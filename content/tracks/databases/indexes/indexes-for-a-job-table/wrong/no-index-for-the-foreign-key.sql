-- caught by: the jobs of an order are found without reading the table
create index on jobs (run_at, id) where state = 'open';
create unique index on jobs (order_id, kind) where state = 'open';
