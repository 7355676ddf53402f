select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from page_views
group by visitor;
