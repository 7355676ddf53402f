-- caught by: midnight belongs to the day that begins
select id, total from orders where placed_at between '2026-03-14 00:00:00' and '2026-03-14 23:59:59' order by id;
