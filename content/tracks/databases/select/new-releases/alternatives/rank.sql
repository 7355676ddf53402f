select id, title, published_on
from (
  select id, title, published_on, rank() over (order by published_on desc) as place
  from books
  where published_on is not null
) as ranked
where place <= 5
order by place, id;
