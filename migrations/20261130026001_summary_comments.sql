-- What the two functions of the summary do, as their files say it.

comment on function ops.read_odoo_projects is 'The projects of Odoo with the number of their active tasks and the hours that are planned for those, as they are in Odoo''s
database now, through postgres_fdw. Names are those in en_US, or in the first language there is.';

comment on function ops.refresh_odoo_project_summary is 'Makes ops.odoo_project_summary anew, while it can be read. False where `tripoint odoo fdw --apply` has not made the foreign
tables that it is made from: then nothing changes.';
