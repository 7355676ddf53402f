select books.id, books.title, reviews.rating
from books
join reviews on reviews.book_id = books.id;
