create table customers (
  id integer primary key,
  name text not null,
  email text not null unique,
  phone text,
  born_on date,
  city text,
  objected boolean not null default false,
  erased_on date
);

create table orders (
  id integer primary key,
  customer_id integer references customers (id), -- null for a guest
  total numeric(10, 2) not null
);
