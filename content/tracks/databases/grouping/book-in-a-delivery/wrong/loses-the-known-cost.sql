-- caught by: a cost that no line states is kept
begin;
merge into inventory i
using (
  select sku, sum(quantity) as quantity,
    (array_agg(unit_cost order by id desc) filter (where unit_cost is not null))[1] as unit_cost
  from delivery_lines group by sku
) d on d.sku = i.sku
when matched then update set quantity = i.quantity + d.quantity, unit_cost = coalesce(d.unit_cost, 0)
when not matched then insert values (d.sku, d.quantity, coalesce(d.unit_cost, 0));
delete from delivery_lines;
commit;
