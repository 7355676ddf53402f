-- caught by: month-edges
select id, customer_id, placed_at
from orders
where placed_at between '2025-03-01' and '2025-04-01'
order by placed_at desc, id;
