-- Kinds that differ by far, some with nothing finished and some with nothing in work; ties in days_over.
insert into tickets (id, kind, started_on, finished_on)
select n, case n % 3 when 0 then 'bug' when 1 then 'feature' else 'chore' end, date '2026-01-01' + n,
       date '2026-01-01' + n + case n % 3 when 0 then n % 4 when 1 then 10 + n % 9 else 1 end
from generate_series(1, 40) as n;
insert into tickets (id, kind, started_on, finished_on) values
  (51, 'bug', '2026-03-22', null),
  (52, 'bug', '2026-03-22', null),
  (53, 'feature', '2026-03-10', null),
  (54, 'feature', '2026-03-22', null),
  (55, 'migration', '2026-01-10', null),
  (56, 'migration', '2026-02-10', null);
