-- Many movements of one moment, on two cards, with ids that were not inserted in their order.
insert into card_movements (id, card_id, booked_at, amount, status)
select n, 1 + n % 2, timestamptz '2026-03-01 12:00:00+00' + (n / 6) * interval '1 hour', 10.00 + n * 7 % 11, 'booked'
from generate_series(24, 1, -1) as n;
