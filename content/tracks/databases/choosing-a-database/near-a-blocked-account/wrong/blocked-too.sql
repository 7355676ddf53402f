-- caught by: several-blocked
with recursive links as (
  select distinct here.account_id as here, there.account_id as there
  from traits as here
  join traits as there using (kind, value)
  where here.account_id <> there.account_id
),
reached as (
  select id, 0 as steps
  from accounts
  where is_blocked
  union
  select links.there, reached.steps + 1
  from reached
  join links on links.here = reached.id
  where reached.steps < 4
)
select reached.id, min(reached.steps) as steps
from reached
join accounts on accounts.id = reached.id
where reached.steps > 0
group by reached.id;
