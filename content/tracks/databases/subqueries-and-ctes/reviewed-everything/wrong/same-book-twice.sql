-- caught by: other-orders
select id, name
from customers
where (
    select count(*)
    from orders
    join order_items on order_items.order_id = orders.id
    where orders.customer_id = customers.id and orders.status = 'shipped'
  ) between 1 and (
    select count(*)
    from reviews
    where reviews.customer_id = customers.id
      and reviews.book_id in (
        select order_items.book_id
        from orders
        join order_items on order_items.order_id = orders.id
        where orders.customer_id = customers.id and orders.status = 'shipped'
      )
  );
