export const sqlFiles: Record<string, string> = {
  'setup.sql': `-- FILL IN the schema, or remove setup.sql and data/visible.sql and write db: bookshop into exercise.md.
create table items (id integer primary key, name text not null);
`,
  'data/visible.sql': `-- FILL IN a few rows that a person can take in at a glance.
insert into items values (1, 'lamp'), (2, 'desk');
`,
  'data/empty.sql': `-- FILL IN what this data set catches; name the file after it.
delete from items;
`,
  'starter.sql': `-- FILL IN what the learner begins with.
select
`,
  'solution.sql': `-- FILL IN the reference.
select name from items;
`,
  'wrong/first-mistake.sql': wrongQuery('a mistake that people really make'),
  'wrong/second-mistake.sql': wrongQuery('another one'),
  'wrong/third-mistake.sql': wrongQuery('a third one'),
};

function wrongQuery(what: string): string {
  return `-- caught by: visible
-- FILL IN ${what}; the line above names the data set that is about it.
select id from items;
`;
}
