-- Seventeen of twenty are exactly 85%: the expectation is 2, and not the next larger value.
insert into tickets (id, kind, started_on, finished_on)
select n, 'chore', date '2026-02-01', date '2026-02-01' + case when n <= 17 then 1 else 9 end
from generate_series(1, 20) as n;
insert into tickets (id, kind, started_on, finished_on) values
  (31, 'chore', '2026-03-31', null), -- two days: as expected
  (32, 'chore', '2026-03-30', null), -- three
  (33, 'chore', '2026-03-24', null); -- nine
