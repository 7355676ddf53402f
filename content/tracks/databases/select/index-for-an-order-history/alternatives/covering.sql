create index on orders (customer_id, placed_at desc, id desc) include (total);
