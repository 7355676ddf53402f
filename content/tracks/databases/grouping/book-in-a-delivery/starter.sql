begin;

delete from delivery_lines;

commit;
