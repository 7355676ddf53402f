-- caught by: the orders of that day, sorted by id
select id, total from orders where placed_at >= '2026-03-14' and placed_at < '2026-03-15' order by total;
