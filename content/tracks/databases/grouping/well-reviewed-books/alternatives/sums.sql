select
  books.id,
  books.title,
  count(reviews.id) as reviews,
  sum(case when reviews.body is null then 0 else 1 end) as written,
  round(sum(reviews.rating)::numeric / count(reviews.id), 2) as average_rating
from books
left join reviews on reviews.book_id = books.id
group by books.id, books.title
having count(reviews.id) >= 3 and sum(reviews.rating) >= 4 * count(reviews.id)
order by 5 desc;
