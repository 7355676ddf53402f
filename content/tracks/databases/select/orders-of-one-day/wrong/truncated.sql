-- caught by: the rows are found through the index
select id, total from orders where date_trunc('day', placed_at) = timestamptz '2026-03-14 00:00+00' order by id;
