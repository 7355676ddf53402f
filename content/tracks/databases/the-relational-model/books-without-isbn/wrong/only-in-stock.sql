-- caught by: visible
select id, title
from books
where isbn is null and stock > 0;
