begin;
create table customers as select email, max(name) as name from sheet group by email;
alter table customers add primary key (email), alter name set not null;
create table books as select isbn, min(title) as title from sheet group by 1;
alter table books add primary key (isbn), alter column title set not null;
create table orders as select order_no, min(ordered_on) as ordered_on, min(email) as email, min(city) as city from sheet group by order_no;
alter table orders add primary key (order_no), alter ordered_on set not null, alter email set not null,
  add foreign key (email) references customers on update cascade;
alter table sheet rename to order_items;
alter table order_items
  drop ordered_on, drop email, drop name, drop city, drop title,
  add unique (isbn, order_no),
  add foreign key (order_no) references orders on delete cascade,
  add foreign key (isbn) references books,
  add check (quantity >= 1 and unit_price >= 0);
create view sheet as
select order_no, ordered_on, email, name, city, isbn, title, quantity, unit_price
from order_items natural join orders natural join customers natural join books;
commit;
