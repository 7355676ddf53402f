insert into inventory (sku, quantity, unit_cost) values ('LAMP', 4, 12.00);

insert into delivery_lines (id, sku, quantity, unit_cost) values
  (1, 'LAMP', 10, 13.00),
  (2, 'LAMP', 5, 11.00),
  (3, 'CHAIR', 1, 30.00),
  (4, 'CHAIR', 2, 25.00);
