insert into inventory (sku, quantity, unit_cost) values ('LAMP', 4, 12.00), ('DESK', 1, 80.00), ('SOFA', 2, 310.00);

insert into delivery_lines (id, sku, quantity, unit_cost) values
  (1, 'LAMP', 10, 12.50),
  (2, 'CHAIR', 6, 25.00),
  (3, 'DESK', 2, 78.00);
