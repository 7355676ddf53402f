-- caught by: visible
select id, title, published_on
from books
where published_on in (select distinct published_on from books where published_on is not null order by published_on desc limit 5)
order by published_on desc;
