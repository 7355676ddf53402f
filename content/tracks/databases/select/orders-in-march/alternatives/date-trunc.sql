select id, customer_id, placed_at
from orders
where date_trunc('month', placed_at, 'UTC') = timestamptz '2025-03-01 00:00:00+00'
order by placed_at desc, id asc;
