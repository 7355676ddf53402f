-- Two finished items with a year and more between them; the same number of week in both years.
insert into tickets (id, title, closed_on, outcome) values
  (1, 'before the break', '2024-12-31', 'done'),
  (2, 'after the break', '2026-01-01', 'done'),
  (3, 'dropped before', '2024-10-01', 'dropped'),
  (4, 'dropped after', '2026-06-01', 'dropped');
