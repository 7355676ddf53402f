-- caught by: nulls
select id, title, published_on
from books
where published_on >= (select published_on from books where published_on is not null order by published_on desc offset 4 limit 1)
order by published_on desc;
