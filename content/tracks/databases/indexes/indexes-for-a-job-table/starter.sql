create index on jobs (state);
