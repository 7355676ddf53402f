-- caught by: several lines of one article are added up
begin;
insert into inventory as i (sku, quantity, unit_cost)
select sku, quantity, coalesce(unit_cost, 0) from delivery_lines
on conflict (sku) do update set quantity = i.quantity + excluded.quantity, unit_cost = excluded.unit_cost;
delete from delivery_lines;
commit;
