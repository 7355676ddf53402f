select customer, sum(total) as total from orders group by customer order by total, customer
