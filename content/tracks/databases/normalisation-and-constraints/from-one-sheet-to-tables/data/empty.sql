-- A sheet without lines.
delete from sheet;
