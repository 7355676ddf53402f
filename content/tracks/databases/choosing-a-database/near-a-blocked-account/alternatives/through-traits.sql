-- From account to trait and from trait to account, so that a group of n needs 2n edges instead of n squared.
with recursive walk (half_steps, account_id, kind, value) as (
  select 0, id, null::text, null::text from accounts where is_blocked
  union
  select
    w.half_steps + 1,
    case when w.kind is null then null else t.account_id end,
    case when w.kind is null then t.kind end,
    case when w.kind is null then t.value end
  from walk w
  join traits t on (w.kind is null and t.account_id = w.account_id)
    or (w.kind is not null and t.kind = w.kind and t.value = w.value)
  where w.half_steps < 8
)
select a.id, (select min(half_steps) / 2 from walk w where w.account_id = a.id) as steps
from accounts a
where not a.is_blocked and exists (select from walk w where w.account_id = a.id);
