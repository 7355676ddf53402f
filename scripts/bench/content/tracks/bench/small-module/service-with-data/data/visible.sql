insert into tasks (title) select 'Task ' || n from generate_series(1, 50) n;
