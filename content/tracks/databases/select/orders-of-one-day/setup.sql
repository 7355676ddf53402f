create table orders (
  id integer primary key,
  placed_at timestamptz not null,
  total numeric(10, 2) not null
);

create index orders_placed_at on orders (placed_at);
