-- 1. Schema
create table customers (
  id integer not null identity primary key,
  email nvarchar(254) not null unique, -- in lower case, made so by the service
  full_name varchar(200) not null, -- was: varchar(200)
  tax_number nvarchar(20) null unique, -- was: text unique; only companies have one
  newsletter bit not null default 0, -- was: boolean not null default false
  created_at timestamp not null -- was: timestamptz not null default now()
);

create table audit (
  id integer not null identity primary key,
  customer_id integer not null,
  what nvarchar(20) not null
);
go
-- was: a trigger for each row that does the same
create trigger customers_audit on customers after insert as
  insert into audit (customer_id, what) select id, 'created' from inserted;
go

create table vouchers (
  code nvarchar(32) not null primary key, -- random letters of both cases, as in 'aQ7xRb'
  percent_off integer not null check (percent_off between 1 and 50)
);

-- 2. The books of the old shop, which keep their ids; then the service adds others without an id
-- was: the same insert with "overriding system value", and a setval of the sequence to max(id)
set identity_insert books on;
insert into books (id, title, price) select id, title, price from import_books;
set identity_insert books off;

-- 3. Migration; the tool sends each statement by itself, and stops at an error. All of it or nothing
set xact_abort on;
begin transaction;
alter table orders add gift_note nvarchar(500) null;
update orders set gift_note = g.note from orders join gifts as g on g.order_id = orders.id;
drop table gifts;
commit;

-- 4. A new customer, and their id for the session
-- was: insert into customers (email, full_name) values ($1, $2) returning id
insert into customers (email, full_name) values (@email, @full_name);
select @@identity as id;

-- 5. An order; stock.copies has check (copies >= 0). Sent as one batch
-- was: a transaction with the same three statements
begin transaction;
update stock set copies = copies - @quantity where book_id = @book;
insert into orders (customer_id, placed_at) values (@customer, sysdatetimeoffset());
insert into order_lines (order_id, book_id, quantity) values (scope_identity(), @book, @quantity);
commit;

-- 6. Into the cart; the primary key of carts is (customer_id, book_id)
-- was: insert into carts values ($1, $2, $3)
--      on conflict (customer_id, book_id) do update set quantity = carts.quantity + excluded.quantity
merge carts as c
using (values (@customer, @book, @quantity)) as n (customer_id, book_id, quantity)
on c.customer_id = n.customer_id and c.book_id = n.book_id
when matched then update set quantity = c.quantity + n.quantity
when not matched then insert (customer_id, book_id, quantity) values (n.customer_id, n.book_id, n.quantity);

-- 7. The packing list: what was promised first comes first, what has no date at the end
-- was: select id, promised_on from orders where status = 'paid' order by promised_on, id limit 50
select top (50) id, promised_on
from orders
where status = 'paid'
order by promised_on, id;

-- 8. The catalogue, page by page
-- was: select id, title from books order by title, id limit 20 offset $1
select id, title from books order by title, id offset @start rows fetch next 20 rows only;

-- 9. The stars beside a book; ratings.stars is an integer from 1 to 5
-- was: select round(avg(stars), 1) as stars, count(*) as ratings from ratings where book_id = $1
select round(avg(stars), 1) as stars, count(*) as ratings
from ratings
where book_id = @book;

-- 10. The next job of the queue, in a transaction that also carries it out
-- was: select id, payload from jobs where done_at is null order by id limit 1 for update skip locked
select top (1) id, payload
from jobs with (updlock, readpast, rowlock)
where done_at is null
order by id;

-- 11. Paid per day, for the accounts. Readers wait for writers on this database, hence the hint
-- was: select placed_on, sum(total) as paid from payments group by placed_on
select placed_on, sum(total) as paid
from payments with (nolock)
group by placed_on;
