-- One step after the other, without recursion.
with blocked as (select id from accounts where is_blocked),
one as (
  select distinct b.account_id as id from traits a join traits b using (kind, value) where a.account_id in (table blocked)
),
two as (
  select distinct b.account_id as id from traits a join traits b using (kind, value) where a.account_id in (table one)
),
three as (
  select distinct b.account_id as id from traits a join traits b using (kind, value) where a.account_id in (table two)
),
four as (
  select distinct b.account_id as id from traits a join traits b using (kind, value) where a.account_id in (table three)
),
numbered as (
  select id, 1 as steps from one
  union all select id, 2 from two
  union all select id, 3 from three
  union all select id, 4 from four
)
select distinct on (id) id, steps
from numbered
where id not in (table blocked)
order by id, steps;
