-- A tree of six levels, whose ids do not grow with the depth, and a top category with nothing anywhere below it.
insert into categories (id, name, parent_id) values
  (50, 'All', null),
  (40, 'Nature', 50),
  (30, 'Animals', 40),
  (20, 'Birds', 30),
  (10, 'Gulls', 20),
  (5, 'Herring gulls', 10),
  (41, 'Places', 50),
  (7, 'Islands', 41),
  (60, 'Empty', null),
  (61, 'Empty below', 60);

insert into books (id, title, category_id, price) values
  (1, 'Five words for gull', 5, 10.00),
  (2, 'Gulls at dusk', 10, 10.00),
  (3, 'Gulls at dusk', 10, 10.00),
  (4, 'Skye', 7, 10.00),
  (5, 'Everything', 50, 10.00),
  (6, 'Nowhere', null, 10.00);
