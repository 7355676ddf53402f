select customers.id, customers.name
from customers
join orders on orders.customer_id = customers.id and orders.status = 'shipped'
join order_items on order_items.order_id = orders.id
left join reviews on reviews.customer_id = customers.id and reviews.book_id = order_items.book_id
group by customers.id
having count(*) = count(reviews.id);
