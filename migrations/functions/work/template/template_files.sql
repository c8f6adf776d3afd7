-- The files that a template keeps. One that was saved before templates kept any names those of the page that it was.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.template_files(template work.templates, named uuid[]) returns setof uuid
language sql stable set search_path = '' as $$
  select a.id from work.attachments a
  where a.status = 'CONFIRMED' and (a.template_id = template.id
    or (not template.content ? 'attachments' and a.id = any (named) and a.space_id = template.space_id))
  order by a.created_at, a.id
$$;
