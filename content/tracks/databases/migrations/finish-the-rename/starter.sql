alter table customers drop column fullname;
