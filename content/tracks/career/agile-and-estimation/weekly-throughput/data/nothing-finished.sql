-- A new team: one ticket was dropped, the others are on the board.
insert into tickets (id, title, closed_on, outcome) values
  (1, 'first', null, null),
  (2, 'second', '2026-02-03', 'dropped'),
  (3, 'third', null, null);
