-- Two branches: rooms 1 and 2 and employees 11 and 12 belong to branch 1, room 3 and employee 13 to branch 2.
insert into rooms (id, branch_id) values (1, 1), (2, 1), (3, 2);

insert into employees (id, branch_id) values (11, 1), (12, 1), (13, 2);
