insert into tickets (id, kind, started_on, finished_on) values
  (1, 'bug', '2026-03-02', '2026-03-02'),
  (2, 'bug', '2026-03-02', '2026-03-03'),
  (3, 'bug', '2026-03-05', '2026-03-06'),
  (4, 'bug', '2026-03-09', '2026-03-11'),
  (5, 'bug', '2026-03-09', '2026-03-12'),
  (6, 'bug', '2026-03-16', '2026-03-19'),
  (7, 'bug', '2026-01-05', '2026-03-20'), -- one that nobody could reproduce
  (8, 'feature', '2026-02-02', '2026-02-06'),
  (9, 'feature', '2026-02-09', '2026-02-21'),
  (10, 'bug', '2026-03-29', null), -- four days today, as usual
  (11, 'bug', '2026-03-28', null),
  (12, 'feature', '2026-03-03', null),
  (13, 'feature', '2026-03-20', null), -- thirteen days
  (14, 'spike', '2026-03-02', null);
