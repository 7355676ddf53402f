insert into inventory (sku, quantity, unit_cost) values ('LAMP', 4, 12.00);
