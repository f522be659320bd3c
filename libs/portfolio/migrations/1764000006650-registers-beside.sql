-- Which register an import is a list of. Additive: running workers survive it; imports before it are of one register.

alter table import add column register_id uuid;
comment on column import.register_id is 'lists of one register follow each other, those of several stand beside each other; null: the first';
