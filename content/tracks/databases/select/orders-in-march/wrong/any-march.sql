-- caught by: month-edges
select id, customer_id, placed_at
from orders
where extract(month from placed_at) = 3
order by placed_at desc, id;
