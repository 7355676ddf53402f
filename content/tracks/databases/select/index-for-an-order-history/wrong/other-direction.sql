-- caught by: the page of a customer with thousands of orders reads what it shows
create index on orders (customer_id, id desc, placed_at desc);
