-- caught by: there is one new index, and the rows are as they were
create index on orders (customer_id);
create index on orders (placed_at);
create index on orders (customer_id, placed_at desc, id desc);
