-- Files of more kinds: UTF-16, one sheet of a workbook; and a header that need not be the first row. Additive, but for what
-- a file is from: running workers survive it.

alter table import
  add column sheet text check (length(sheet) between 1 and 255),
  add column header_row int not null default 1 check (header_row > 0),
  alter column encoding drop not null,
  alter column delimiter drop not null,
  drop constraint import_encoding_check,
  add constraint import_encoding_check check (encoding in ('UTF-8', 'UTF-16LE', 'UTF-16BE', 'WINDOWS-1252')),
  add constraint import_source_check check (
    (sheet is null and encoding is not null and delimiter is not null)
    or (sheet is not null and encoding is null and delimiter is null)
  );
comment on column import.sheet is 'the sheet of a workbook; null for a text, which has an encoding and a delimiter instead';
comment on column import.header_row is 'rows up to here are no data; they are kept so that another header can be chosen';
comment on column import_row.row_number is 'as a spreadsheet counts: the first row of the file is row 1';
