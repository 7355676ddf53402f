select categories.name as category, count(*) as revenue
from categories
join books on books.category_id = categories.id
group by categories.id;
