select customer_id, id as order_id, placed_at, status
from orders
where customer_id is not null
  and not exists (
    select
    from orders as later
    where later.customer_id = orders.customer_id
      and (later.placed_at, later.id) > (orders.placed_at, orders.id)
  );
