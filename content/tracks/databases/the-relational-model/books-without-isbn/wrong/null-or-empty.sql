-- caught by: nulls
select id, title
from books
where coalesce(isbn, '') = '';
