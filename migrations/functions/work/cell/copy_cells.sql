-- A row's cells: related rows of a copied database by their copies, and addresses that lead to copies. `columns` are those
-- of these two kinds.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.copy_cells(data jsonb, columns jsonb, seed uuid, copies jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select data || coalesce(jsonb_object_agg(c ->> 'name', case
    when c ->> 'type' = 'URL' then to_jsonb(work.follow_address(data ->> (c ->> 'name'), copies))
    else (select jsonb_agg(work.copy_id(seed, v::uuid) order by n)
      from jsonb_array_elements_text(data -> (c ->> 'name')) with ordinality e (v, n)) end), '{}')
  from jsonb_array_elements(columns) c where data ? (c ->> 'name')
$$;
