-- The rows of a file that is discarded before it is imported go. Additive: running workers survive it.

grant delete on app.import_row to pilotage_app;
