-- The 85% lie between two values that occurred: interpolating gives another border.
insert into tickets (id, kind, started_on, finished_on)
select n, 'bug', date '2026-01-01', date '2026-01-01' + n * 3 from generate_series(1, 10) as n;
insert into tickets (id, kind, started_on, finished_on)
select 100 + n, 'bug', date '2026-04-01' - n, null from generate_series(20, 32) as n;
