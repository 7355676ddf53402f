-- caught by: nulls
select id, title, published_on
from books
order by published_on desc nulls last
fetch first 5 rows with ties;
