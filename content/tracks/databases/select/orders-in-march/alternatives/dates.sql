select id, customer_id, placed_at
from orders
where (placed_at at time zone 'UTC')::date between '2025-03-01' and '2025-03-31'
order by 3 desc, 1;
