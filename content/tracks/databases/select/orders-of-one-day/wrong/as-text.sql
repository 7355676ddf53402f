-- caught by: the rows are found through the index
select id, total from orders where placed_at::text like '2026-03-14%' order by id;
