create index orders_history on orders (customer_id, placed_at desc, id desc);
