create table sheet (
  order_no integer not null,
  ordered_on date not null,
  email text not null,
  name text not null,
  city text, -- where the order went; null when it was picked up
  isbn text not null,
  title text not null,
  quantity integer not null,
  unit_price numeric(10, 2) not null
);
