-- caught by: visible
select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from page_views
group by visitor, date_bin('30 minutes', viewed_at, timestamptz '2026-01-01 00:00:00+00');
