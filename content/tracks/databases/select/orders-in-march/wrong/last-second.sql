-- caught by: month-edges
select id, customer_id, placed_at
from orders
where placed_at between '2025-03-01 00:00:00' and '2025-03-31 23:59:59'
order by placed_at desc, id;
