-- caught by: visible
select books.id, books.title, count(*) as reviews, count(reviews.id) as written, round(avg(reviews.rating), 2) as average_rating
from books
join reviews on reviews.book_id = books.id
group by books.id
having count(*) >= 3 and avg(reviews.rating) >= 4
order by average_rating desc;
