-- The id that a client gives to a new block is its name on that page alone. As the stored id, one key of all tenants, it
-- told whether a block of another tenant's had it.

-- The stored id of the block that a client names so on this page: the same name is the same block here, and another one
-- on any other page. A uuid of version 8, of 122 bits of a digest.
create function work.block_id(page_id uuid, given_id uuid) returns uuid
language sql immutable strict set search_path = '' as $$
  select encode(
    set_byte(set_byte(d.digest, 6, (get_byte(d.digest, 6) & 15) | 128), 8, (get_byte(d.digest, 8) & 63) | 128),
    'hex')::uuid
  from (select substr(sha256(uuid_send(page_id) || uuid_send(given_id)), 1, 16) as digest) d
$$;

-- The operations with stored ids where they name blocks that operations before them in the list make.
create function work.with_block_ids(page_id uuid, operations jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  with o as materialized (
    select operation, n from jsonb_array_elements(operations) with ordinality o (operation, n)
  ), given as (
    select (operation ->> 'id')::uuid as id, min(n) as n from o where operation ->> 'id' is not null group by 1
  )
  select jsonb_agg(o.operation || coalesce(named.ids, '{}') order by o.n)
  from o cross join lateral (
    select jsonb_object_agg(field, work.block_id(page_id, g.id)) as ids
    from unnest(array['blockId', 'parentId', 'afterId', 'beforeId', 'intoId']) field
    join given g on g.id = (o.operation ->> field)::uuid and g.n < o.n
  ) named
$$;

-- Under the name that the client gave, else under an id of its own.
create or replace function work.put_block(
  page work.pages, operation jsonb, parent_id uuid, rank text, type text, content jsonb
) returns jsonb language plpgsql set search_path = '' as $$
declare
  block_id uuid := coalesce(work.block_id(page.id, (operation ->> 'id')::uuid), gen_random_uuid());
begin
  perform work.check_content(type, content, operation ->> 'path');
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  values (block_id, page.space_id, page.id, parent_id, rank, type, content)
  on conflict do nothing;
  if not found then
    perform work.refuse_operation('TP409', format('The id %s is taken on this page: make another one', operation ->> 'id'),
      concat(operation ->> 'path', '.id'));
  end if;
  return work.block_changes('INSERT', block_id);
end
$$;

-- As before; the answer has also "created", [{"givenId", "id"}]: the stored id of each block that an operation made.
create or replace function work.apply_block_operations(
  page_id uuid, expected_version int, operations jsonb, idempotency_key text default null
) returns jsonb language plpgsql set search_path = '' as $$
declare
  input jsonb := jsonb_build_object('pageId', page_id, 'expectedVersion', expected_version, 'operations', operations);
  answer jsonb := work.begin_once(idempotency_key, 'applyBlockOperations', input);
  page work.pages;
  change jsonb;
  changes jsonb := '[]';
  created jsonb := '[]';
begin
  if answer is not null then
    return work.blocks_that_are_left(answer);
  end if;
  perform work.check_operations(expected_version, operations);
  page := work.lock_page(page_id);
  operations := work.with_block_ids(page.id, operations);
  if expected_version > page.version then
    raise exception 'The page has version % only', page.version
      using errcode = 'TP409', detail = jsonb_build_object('currentVersion', page.version, 'changed', '[]'::jsonb);
  elsif expected_version < page.version then
    perform work.refuse_overlap(page, expected_version, operations);
  end if;
  for i in 0 .. jsonb_array_length(operations) - 1 loop
    change := work.apply_operation(page,
      operations -> i || jsonb_build_object('path', format('operations.%s.%s', i, operations -> i ->> 'op')));
    changes := changes || change;
    created := created || coalesce((
      select jsonb_agg(jsonb_build_object('givenId', operations -> i -> 'id', 'id', c.change -> 'id'))
      from jsonb_array_elements(change) c (change) where c.change ->> 'operation' = 'INSERT'), '[]');
  end loop;
  perform work.check_page_size(page.id, changes);
  answer := (
    select jsonb_build_object('page', page.id, 'version', (select p.version from work.pages p where p.id = page.id),
      'created', created,
      'blocks', coalesce(jsonb_agg(c.block_id order by c.n) filter (where not c.is_deleted), '[]'),
      'deletedBlockIds', coalesce(jsonb_agg(c.block_id order by c.n) filter (where c.is_deleted), '[]'))
    from work.net_changes(changes) c);
  perform work.end_once(idempotency_key, answer);
  return answer;
end
$$;

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in ('block_id', 'with_block_ids')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;
