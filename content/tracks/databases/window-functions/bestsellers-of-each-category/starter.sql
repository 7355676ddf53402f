select categories.name as category, 1 as place, books.title, sum(order_items.quantity) as copies
from books
join categories on categories.id = books.category_id
join order_items on order_items.book_id = books.id
group by categories.id, books.id
order by category, place;
