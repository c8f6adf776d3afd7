-- A remembered answer without the blocks that are gone by now.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.blocks_that_are_left(answer jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select answer || jsonb_build_object('blocks', coalesce((
    select jsonb_agg(given.id order by given.n)
    from jsonb_array_elements_text(answer -> 'blocks') with ordinality given (id, n)
    join work.blocks b on b.id = given.id::uuid), '[]'))
$$;
