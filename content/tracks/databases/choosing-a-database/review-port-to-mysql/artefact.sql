-- 1. Schema
create table customers (
  id integer not null auto_increment primary key,
  customer_no varchar(20) not null unique, -- digits only
  email varchar(254) not null unique, -- in lower case, made so by the service
  first_name varchar(80) not null,
  last_name varchar(80) not null,
  newsletter boolean not null default false
);

create table vouchers (
  code varchar(32) not null primary key, -- random letters of both cases, as in 'aQ7xRb'
  percent integer not null check (percent between 1 and 50)
);

create table baskets (
  id integer not null auto_increment primary key,
  customer_id integer not null,
  status varchar(10) not null, -- 'open' or 'closed'
  foreign key (customer_id) references customers (id)
);
-- was: create unique index one_open_basket on baskets (customer_id) where status = 'open'
create unique index one_open_basket on baskets (customer_id, status);

-- 2. Migration: all of it or nothing
-- was: begin; ... commit;
start transaction;
alter table customers add column city varchar(80);
update customers c join addresses a on a.customer_id = c.id set c.city = a.city;
alter table addresses drop column city;
commit;

-- 3. Import of customers from the shops; the shop decides names by the e-mail address
-- was: on conflict (email) do update set first_name = excluded.first_name, last_name = excluded.last_name
insert into customers (customer_no, email, first_name, last_name) values (?, ?, ?, ?) as new
on duplicate key update first_name = new.first_name, last_name = new.last_name;

-- 4. A new order, and its id for the lines
-- was: insert into orders (customer_id, placed_at) values ($1, now()) returning id
insert into orders (customer_id, placed_at) values (?, now());
select max(id) as id from orders;

-- 5. Labels for the parcels of the day
-- was: select first_name || ' ' || last_name as label from customers where ...
select c.first_name || ' ' || c.last_name as label
from customers c
join orders o on o.customer_id = c.id
where "o.status" = 'paid'
order by c.last_name;

-- 6. Search in the catalogue, newest first, books without a date at the end
-- was: where title ilike $1 order by published_on desc nulls last, id limit 20 offset $2
select id, title, published_on
from books
where title like ?
order by published_on desc, id
limit 20 offset ?;
