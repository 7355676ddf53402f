insert into inventory (sku, quantity, unit_cost) values ('LAMP', 4, 12.00), ('DESK', 1, 80.00);

insert into delivery_lines (id, sku, quantity, unit_cost) values
  (1, 'LAMP', 10, null),
  (2, 'CHAIR', 6, null),
  (3, 'DESK', 1, 75.00),
  (4, 'DESK', 1, null);
