insert into people (id, name, email, password_hash) values
  (1, 'Ada', 'ada@shop.example', 'pbkdf2-sha256$1000$42sQiN6nBDUASz1Kvo0UAg==$wqfwRn+JFJIVqYu5cAAF8i93tBuMNYtGU1/tw1/drBU='),
  (2, 'Ben', 'ben@shop.example', 'pbkdf2-sha256$1000$fPNEM8A5GvicBmp9c3FGgA==$Ki6POLuUztFlTM/Ff+io9mdUyFKWnL21xn8MDFzZ32w='),
  (3, 'Cleo', 'cleo@shop.example', 'pbkdf2-sha256$1000$k3Dv56u26PS8F0r5VX9vKg==$e9wMo19wnvVsFSLSR+sm5c59FEa/dp9coTd3h6afTG4='),
  (4, 'Dan', 'dan@shop.example', 'pbkdf2-sha256$1000$dt9HL5kMjwiW7HcphXsEYg==$3g5GGlS3NgrrOhkAJAUQjfFaUCdMA2R0gCSaFM7aSJ0=');

insert into boards (id, name) values (1, 'Readings'), (2, 'Stocktaking');

insert into members (board_id, person_id, role) values
  (1, 1, 'owner'), (1, 2, 'editor'), (1, 3, 'viewer'), (2, 4, 'owner');

insert into tasks (id, board_id, title, status, due, created_by) values
  (1, 1, 'Book the room for March', 'open', '2027-03-01', 1),
  (2, 1, 'Print the posters', 'doing', '2027-02-20', 2),
  (3, 1, 'Thank the author', 'open', null, 1),
  (4, 2, 'Count the cellar', 'done', '2027-01-05', 4);

alter table people alter column id restart with 100;
alter table boards alter column id restart with 100;
alter table tasks alter column id restart with 100;
