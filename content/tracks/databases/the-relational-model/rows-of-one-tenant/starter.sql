grant select, insert, update, delete on invoices to app;
