create index jobs_due on jobs (run_at, id) where state = 'open';

create index jobs_of_order on jobs (order_id);

create unique index jobs_open_once on jobs (order_id, kind) where state = 'open';
