with shipped as (
  select orders.customer_id, order_items.book_id
  from orders
  join order_items on order_items.order_id = orders.id
  where orders.status = 'shipped'
)
select customers.id, customers.name
from customers
where exists (
    select
    from shipped
    where shipped.customer_id = customers.id
  )
  and not exists (
    select
    from shipped
    where shipped.customer_id = customers.id
      and not exists (
        select
        from reviews
        where reviews.customer_id = shipped.customer_id
          and reviews.book_id = shipped.book_id
      )
  );
