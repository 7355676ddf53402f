-- caught by: nulls
select orders.id, customer_id, placed_at
from orders
join customers on customers.id = orders.customer_id
where placed_at >= '2025-03-01 00:00:00+00'
  and placed_at < '2025-04-01 00:00:00+00'
order by placed_at desc, orders.id;
