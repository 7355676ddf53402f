-- Everything in one week, on each of its days, also on its Sunday.
insert into tickets (id, title, closed_on, outcome)
select n, 'item ' || n, date '2026-03-02' + n, 'done' from generate_series(0, 6) as n;
