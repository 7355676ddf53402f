import type { Recipe } from '../sql/databases.ts';

/**
 * A database that can be put back as it was. Copying one for each test takes 10 to 50 ms and dropping it as long (a second where the disk is busy); writing
 * a few rows back takes 3. So the recipe keeps a second copy of every row in a schema of its own, in the template and
 * therefore in each database for nothing, with a function that restores rows and sequences.
 */
export function withPristineCopy(recipe: Recipe): Recipe {
  return { schema: recipe.schema, data: `${recipe.data}\n;\n${keepCopy}` };
}

export const restoreStatement = 'select underpin_pristine.restore()';

/** What else than rows may have changed is not restored: functions and triggers of a schema may do anything. */
export const isRestorable = ({ schema, data }: Recipe): boolean =>
  !/\bcreate\s+(or\s+replace\s+)?(function|procedure|trigger|rule|materialized\s+view)\b/i.test(schema + data);

/** Tables in the order of their foreign keys; where those go in circles there is no order, and no function either. */
const keepCopy = `
create schema underpin_pristine;
do $keep$
declare
  ordered oid[] := '{}';
  next oid[];
  everything oid[];
  one oid;
  place int := 0;
begin
  select coalesce(array_agg(c.oid), '{}') into everything from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|underpin_pristine)';
  loop
    select array_agg(t.oid) into next from unnest(everything) t(oid)
      where t.oid <> all(ordered) and not exists (
        select from pg_constraint k
        where k.contype = 'f' and k.conrelid = t.oid and k.confrelid <> t.oid and k.confrelid <> all(ordered));
    exit when next is null;
    ordered := ordered || next;
  end loop;
  if cardinality(ordered) <> cardinality(everything) then return; end if;

  create table underpin_pristine.tables (place int, name text, columns text, row_count bigint);
  create table underpin_pristine.sequences (name text, value bigint, is_called boolean);
  foreach one in array ordered loop
    place := place + 1;
    insert into underpin_pristine.tables
      select place, one::regclass::text, string_agg(quote_ident(attname), ', ' order by attnum), 0 from pg_attribute
      where attrelid = one and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('create table underpin_pristine.%I as table %s', 'rows_' || place, one::regclass);
    execute format('update underpin_pristine.tables set row_count = (select count(*) from %s) where place = %s', one::regclass, place);
  end loop;
  for one in select c.oid from pg_class c where c.relkind = 'S'
    and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|underpin_pristine)' loop
    execute format('insert into underpin_pristine.sequences select %L, last_value, is_called from %s', one::regclass, one::regclass);
  end loop;

  create function underpin_pristine.restore() returns void language plpgsql as $restore$
  declare
    kept record;
    names text;
    is_large boolean;
  begin
    select coalesce(sum(row_count), 0) > 5000 into is_large from underpin_pristine.tables;
    select string_agg(name, ', ') into names from underpin_pristine.tables;
    if names is null then return; end if;
    -- Truncating makes new files, which takes far longer than deleting a handful of rows.
    if is_large then execute 'truncate ' || names;
    else
      for kept in select * from underpin_pristine.tables order by place desc loop
        execute 'delete from ' || kept.name;
      end loop;
    end if;
    for kept in select * from underpin_pristine.tables order by place loop
      continue when kept.columns is null;
      execute format('insert into %s (%s) overriding system value select %s from underpin_pristine.%I',
        kept.name, kept.columns, kept.columns, 'rows_' || kept.place);
    end loop;
    perform setval(name::regclass, value, is_called) from underpin_pristine.sequences;
  end
  $restore$;
end
$keep$;
`;
