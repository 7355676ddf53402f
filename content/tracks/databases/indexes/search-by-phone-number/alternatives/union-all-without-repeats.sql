select o.id, c.name
from orders o
left join customers c on c.id = o.customer_id
where o.delivery_phone = '+351 5550'
union all
select o.id, c.name
from customers c
join orders o on o.customer_id = c.id
where c.phone = '+351 5550' and o.delivery_phone is distinct from '+351 5550';
