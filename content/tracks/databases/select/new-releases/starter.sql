select id, title, published_on
from books
order by published_on;
