select c.id, c.name
from customers c
where c.id in (select o.customer_id from orders o join order_items i on i.order_id = o.id where o.status = 'shipped')
  and not exists (
    select i.book_id from orders o join order_items i on i.order_id = o.id where o.status = 'shipped' and o.customer_id = c.id
    except
    select r.book_id from reviews r where r.customer_id = c.id
  );
