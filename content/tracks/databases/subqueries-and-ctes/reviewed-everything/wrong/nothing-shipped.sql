-- caught by: visible
select id, name
from customers
where not exists (
  select
  from orders
  join order_items on order_items.order_id = orders.id
  where orders.customer_id = customers.id
    and orders.status = 'shipped'
    and not exists (
      select
      from reviews
      where reviews.customer_id = customers.id
        and reviews.book_id = order_items.book_id
    )
);
