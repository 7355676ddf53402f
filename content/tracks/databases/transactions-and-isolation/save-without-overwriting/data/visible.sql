insert into pages (id, body, version) values
  (1, 'Returns are free within 14 days.', 1),
  (2, 'We ship on weekdays.', 7);
