-- caught by: visible
select id, title
from books
where isbn = '';
