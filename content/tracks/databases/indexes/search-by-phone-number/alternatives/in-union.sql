select o.id, c.name
from orders o
left join customers c on c.id = o.customer_id
where o.id in (
  select id from orders where delivery_phone = '+351 5550'
  union
  select o2.id from orders o2 where o2.customer_id in (select id from customers where phone = '+351 5550')
);
