-- caught by: large
select id, title, published_on
from books
where published_on is not null
  and (select count(*) from books as later where later.published_on > books.published_on) < 5
order by id;
