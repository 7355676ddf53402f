with booked as (
  delete from delivery_lines returning *
), sums as (
  select sku, sum(quantity) as quantity from booked group by sku
), costs as (
  select distinct on (sku) sku, unit_cost from booked where unit_cost is not null order by sku, id desc
)
insert into inventory as i (sku, quantity, unit_cost)
select s.sku, s.quantity, coalesce(c.unit_cost, k.unit_cost, 0)
from sums s
left join costs c using (sku)
left join inventory k using (sku)
on conflict (sku) do update set quantity = i.quantity + excluded.quantity, unit_cost = excluded.unit_cost;
