-- caught by: the page of a customer with three orders reads three
create index on orders (placed_at desc, id desc);
