begin;

merge into books b
using (
  select i.book_id, sum(i.quantity) as quantity
  from order_items i
  join orders o on o.id = i.order_id
  where o.status = 'cancelled' and not o.restocked
  group by i.book_id
) c on c.book_id = b.id
when matched then update set stock = b.stock + c.quantity;

update orders set restocked = true where status = 'cancelled';

commit;
