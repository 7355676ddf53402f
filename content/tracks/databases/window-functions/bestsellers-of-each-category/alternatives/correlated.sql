with sold as (
  select b.id, b.category_id, b.title, sum(i.quantity) as copies
  from books b, order_items i, orders o
  where i.book_id = b.id and o.id = i.order_id and o.status in ('pending', 'paid', 'shipped')
  group by b.id, b.category_id, b.title
)
select * from (
  select c.name as category,
    (select 1 + count(*) from sold better where better.category_id = sold.category_id and better.copies > sold.copies) as place,
    sold.title, sold.copies
  from sold join categories c on c.id = sold.category_id
) t
where place < 4
order by 1, 2, 3;
