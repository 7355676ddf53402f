-- caught by: nulls
select min(id) as id, title
from books
where isbn is null
group by title;
