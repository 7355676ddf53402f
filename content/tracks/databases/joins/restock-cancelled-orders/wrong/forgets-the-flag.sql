-- caught by: orders that were put back before are left alone
begin;
update books b
set stock = b.stock + c.quantity
from (
  select i.book_id, sum(i.quantity) as quantity
  from order_items i
  join orders o on o.id = i.order_id
  where o.status = 'cancelled'
  group by i.book_id
) c
where c.book_id = b.id;
update orders set restocked = true where status = 'cancelled';
commit;
