select id, name
from (
  select
    c.id,
    c.name,
    bool_and((i.book_id, c.id) in (select book_id, customer_id from reviews)) as complete
  from customers c, orders o, order_items i
  where o.customer_id = c.id and i.order_id = o.id and o.status = 'shipped'
  group by c.id, c.name
) as t
where complete;
