-- caught by: ties
select id, customer_id, placed_at
from orders
where placed_at >= '2025-03-01 00:00:00+00'
  and placed_at < '2025-04-01 00:00:00+00'
order by placed_at desc, id desc;
