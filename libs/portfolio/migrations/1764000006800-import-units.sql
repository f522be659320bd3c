-- By which units an import was checked, so that it is not started by others. Additive: running workers survive it.

alter table import add column units_version text check (length(units_version) = 32);
comment on column import.units_version is 'of units and their other names as the check found them; null: not checked, or before there was this column';
