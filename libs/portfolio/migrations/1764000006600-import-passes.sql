-- The passes of an import that matches its rows. Additive: running workers survive it.

alter table import drop constraint import_pass_check;
alter table import add constraint import_pass_check
  check (pass in ('IDENTIFY', 'RECOGNISE', 'MATCH', 'CHECK', 'RUN', 'ABSENT', 'UNDO'));
