-- caught by: visible
select orders.id as order_id, coalesce(customers.name, 'Guest') as customer, books.title, order_items.quantity
from orders
join order_items on order_items.order_id = orders.id
join books on books.id = order_items.book_id
join customers on customers.id = orders.customer_id
where orders.status = 'paid'
order by orders.id, books.title;
