select id, title, published_on
from books
where published_on is not null
order by published_on desc
fetch first 5 rows with ties;
