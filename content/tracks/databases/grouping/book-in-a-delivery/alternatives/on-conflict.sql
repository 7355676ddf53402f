begin;

insert into inventory as i (sku, quantity, unit_cost)
select
  sku,
  sum(quantity),
  coalesce(
    (array_agg(unit_cost order by id desc) filter (where unit_cost is not null))[1],
    (select known.unit_cost from inventory known where known.sku = d.sku),
    0
  )
from delivery_lines d
group by sku
on conflict (sku) do update
set quantity = i.quantity + excluded.quantity, unit_cost = excluded.unit_cost;

truncate delivery_lines;

commit;
