select o.id, c.name
from orders o
left join customers c on c.id = o.customer_id
where o.delivery_phone = '+351 5550'
  or o.customer_id = any (array(select id from customers where phone = '+351 5550'));
