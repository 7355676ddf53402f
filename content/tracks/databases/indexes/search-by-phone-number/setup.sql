create table customers (
  id integer primary key,
  name text not null,
  phone text
);

create table orders (
  id integer primary key,
  customer_id integer references customers (id), -- null for a guest
  delivery_phone text -- null: use the customer's
);

create index customers_phone on customers (phone);
create index orders_customer on orders (customer_id);
create index orders_delivery_phone on orders (delivery_phone);
