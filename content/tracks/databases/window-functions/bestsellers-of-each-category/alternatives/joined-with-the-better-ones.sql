with sold as (
  select b.id, b.category_id, b.title, sum(i.quantity) as copies
  from books b, order_items i, orders o
  where i.book_id = b.id and o.id = i.order_id and o.status in ('pending', 'paid', 'shipped')
  group by b.id, b.category_id, b.title
)
select c.name as category, 1 + count(better.id) as place, s.title, s.copies
from sold s
join categories c on c.id = s.category_id
left join sold better on better.category_id = s.category_id and better.copies > s.copies
group by c.name, s.id, s.title, s.copies
having count(better.id) < 3
order by category, place, title;
