select id, total
from orders
where placed_at::date = date '2026-03-14'
order by id;
