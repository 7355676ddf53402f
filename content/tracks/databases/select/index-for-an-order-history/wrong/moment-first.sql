-- caught by: a customer who bought long ago costs no more
create index on orders (placed_at desc, id desc, customer_id);
