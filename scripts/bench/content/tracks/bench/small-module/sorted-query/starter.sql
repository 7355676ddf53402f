select customer, total from orders
