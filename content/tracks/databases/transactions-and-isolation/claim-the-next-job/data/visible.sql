insert into jobs (id, payload, run_at, done_at) values
  (1, 'mail to ana', '2026-03-01 09:00+00', '2026-03-01 09:00:04+00'),
  (2, 'mail to ben', '2026-03-01 09:02+00', null),
  (3, 'mail to cleo', '2026-03-01 09:01+00', null),
  (4, 'mail to dan', '2026-03-01 09:02+00', null);

alter table jobs alter column id restart with 5;
