create table books (
  id integer primary key,
  title text not null,
  stock integer not null check (stock >= 0)
);

create table orders (
  id integer primary key,
  status text not null check (status in ('paid', 'shipped', 'cancelled')),
  restocked boolean not null default false -- true once the copies of a cancelled order are back on the shelf
);

create table order_items (
  order_id integer not null references orders (id),
  book_id integer not null references books (id),
  quantity integer not null check (quantity > 0),
  primary key (order_id, book_id)
);
