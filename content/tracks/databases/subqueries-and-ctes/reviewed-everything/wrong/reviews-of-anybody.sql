-- caught by: visible
select customers.id, customers.name
from customers
join orders on orders.customer_id = customers.id and orders.status = 'shipped'
join order_items on order_items.order_id = orders.id
group by customers.id
having bool_and(order_items.book_id in (select book_id from reviews));
