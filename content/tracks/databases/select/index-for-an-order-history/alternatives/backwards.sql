create index on orders (customer_id, placed_at, id);
