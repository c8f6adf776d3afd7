-- The groups that a user is in, by the ledger or by the claims of the user's token. Removal from a group by the ledger also
-- takes it from every token that was made before.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.groups_of(user_id uuid, claims jsonb) returns text[]
language sql stable set search_path = '' as $$
  select coalesce(array_agg(g.name order by g.name), '{}')
  from ops.groups g
  left join ops.group_members m on m.group_name = g.name and m.user_id = groups_of.user_id
  where groups_of.user_id is not null and (
    (m.id is not null and m.removed_at is null)
    or (g.name in (select ops.claimed_groups(groups_of.claims)) and (m.id is null or m.removed_at < case
      when jsonb_typeof(groups_of.claims -> 'iat') = 'number' then to_timestamp((groups_of.claims ->> 'iat')::float8)
    end)))
$$;
