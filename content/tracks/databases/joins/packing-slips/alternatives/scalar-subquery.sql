select
  i.order_id,
  coalesce((select c.name from customers as c where c.id = o.customer_id), 'Guest') as customer,
  b.title,
  i.quantity
from order_items as i
join orders as o on o.id = i.order_id and o.status = 'paid'
join books as b on b.id = i.book_id
order by i.order_id, b.title, b.id;
