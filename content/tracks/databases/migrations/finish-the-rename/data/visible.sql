-- 5,000 customers; about one in fifty was missed by the backfill.
insert into customers (id, fullname, name)
select n, 'Customer ' || n, case when n % 50 <> 9 then 'Customer ' || n end
from generate_series(1, 5000) as n;

create trigger keep_names_equal before insert or update on customers
for each row execute function keep_names_equal();
