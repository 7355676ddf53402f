select orders.id as order_id
from orders
where orders.status = 'paid'
order by orders.id;
