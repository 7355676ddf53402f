-- caught by: visible
select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from (
  select
    visitor,
    viewed_at,
    floor(extract(epoch from viewed_at - min(viewed_at) over (partition by visitor)) / 1801) as visit
  from page_views
) as numbered
group by visitor, visit;
