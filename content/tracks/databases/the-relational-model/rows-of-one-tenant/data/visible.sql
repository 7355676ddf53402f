insert into invoices (id, tenant_id, total) values (1, 7, 100.00), (2, 7, 20.00), (3, 8, 999.00);
