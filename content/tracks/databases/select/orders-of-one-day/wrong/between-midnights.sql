-- caught by: midnight belongs to the day that begins
select id, total from orders where placed_at between '2026-03-14' and '2026-03-15' order by id;
