select books.id, books.title
from books
where books.isbn is not distinct from null
order by books.id;
