create table inventory (
  sku text primary key,
  quantity integer not null check (quantity >= 0),
  unit_cost numeric(10, 2) not null
);

create table delivery_lines (
  id integer primary key,
  sku text not null,
  quantity integer not null check (quantity > 0),
  unit_cost numeric(10, 2) -- null where the note does not state it
);
