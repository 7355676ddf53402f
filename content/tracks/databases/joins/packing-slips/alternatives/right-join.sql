select
  o.id as order_id,
  case when o.customer_id is null then 'Guest' else c.name end as customer,
  b.title,
  i.quantity
from customers as c
right join orders as o on o.customer_id = c.id
inner join order_items as i on i.order_id = o.id
inner join books as b on b.id = i.book_id
where o.status = 'paid'
order by order_id, title;
