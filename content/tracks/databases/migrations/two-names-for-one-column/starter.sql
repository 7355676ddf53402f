alter table customers rename column fullname to name;
