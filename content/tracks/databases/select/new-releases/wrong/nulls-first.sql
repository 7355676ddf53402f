-- caught by: visible
select id, title, published_on
from books
order by published_on desc
fetch first 5 rows with ties;
