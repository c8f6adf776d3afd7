-- What of a text answers a question, marked; its beginning where nothing of it does. Words are the text search's to mark;
-- runs of signs are marked here, because in its eyes they are words of their own.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.excerpt_for(config regconfig, content text, question text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  safe text := translate(content, '<>' || chr(1) || chr(2), chr(3) || chr(4));
  pairs constant text[] := regexp_split_to_array(btrim(
    (select string_agg(work.sign_pairs(r, true), ' ') from work.sign_runs(question) as r)), ' ');
  wanted text := (
    select string_agg(w, '|' order by length(w) desc, w)
    from (select r from work.sign_runs(question) as r union select p from unnest(pairs) as p where p !~ '^[\u3041-\u309f]+$') as u (w));
  place int;
begin
  if wanted is null or safe !~ wanted then
    return work.excerpt(config, content, work.any_of(work.question_terms(config, question)));
  end if;
  if length(safe) > 240 then
    place := work.densest_place(safe, wanted);
    safe := case when place > 60 then '… ' else '' end || substr(safe, greatest(place - 60, 1), 240)
      || case when length(safe) > greatest(place - 60, 1) + 239 then ' …' else '' end;
  end if;
  return replace(regexp_replace(safe, '(' || wanted || ')', chr(1) || '\1' || chr(2), 'g'), chr(2) || chr(1), '');
end
$$;
