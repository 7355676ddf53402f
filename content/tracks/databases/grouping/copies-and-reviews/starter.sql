select books.id, books.title, sum(order_items.quantity) as copies_sold, count(*) as reviews
from books
join order_items on order_items.book_id = books.id
join reviews on reviews.book_id = books.id
group by books.id;
