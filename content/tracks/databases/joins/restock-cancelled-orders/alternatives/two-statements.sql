begin;

update books
set stock = stock + (
  select coalesce(sum(i.quantity), 0)
  from order_items i
  join orders o on o.id = i.order_id
  where i.book_id = books.id and o.status = 'cancelled' and not o.restocked
);

update orders set restocked = true where status = 'cancelled' and not restocked;

commit;
