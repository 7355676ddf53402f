select b.id, b.title, r.reviews, r.written, round(r.average, 2) as average_rating
from books as b
join (
  select book_id, count(*) as reviews, count(*) filter (where body is not null) as written, avg(rating) as average
  from reviews
  group by book_id
) as r on r.book_id = b.id
where r.reviews > 2 and not r.average < 4
order by r.average desc, b.id;
