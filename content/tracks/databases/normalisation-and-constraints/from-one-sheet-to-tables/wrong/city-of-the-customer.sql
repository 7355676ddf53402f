-- caught by: each fact stands in one table
create table customers (
  email text primary key,
  name text not null,
  city text
);

create table books (
  isbn text primary key,
  title text not null
);

create table orders (
  order_no integer primary key,
  ordered_on date not null,
  email text not null references customers (email)
);

create table order_items (
  order_no integer references orders (order_no) on delete cascade,
  isbn text references books (isbn),
  quantity integer not null check (quantity > 0),
  unit_price numeric(10, 2) not null check (unit_price >= 0),
  primary key (order_no, isbn)
);

insert into customers (email, name, city) select distinct on (email) email, name, city from sheet order by email, order_no desc;
insert into books (isbn, title) select distinct isbn, title from sheet;
insert into orders (order_no, ordered_on, email) select distinct order_no, ordered_on, email from sheet;
insert into order_items (order_no, isbn, quantity, unit_price) select order_no, isbn, quantity, unit_price from sheet;

drop table sheet;

create view sheet as
select
  orders.order_no,
  orders.ordered_on,
  customers.email,
  customers.name,
  customers.city,
  books.isbn,
  books.title,
  order_items.quantity,
  order_items.unit_price
from order_items
join orders on orders.order_no = order_items.order_no
join customers on customers.email = orders.email
join books on books.isbn = order_items.isbn;
