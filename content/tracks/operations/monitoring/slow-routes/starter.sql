select route, count(*) as requests, avg(duration_ms)
from requests
group by route
