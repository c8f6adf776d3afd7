-- The rules of a promotion, as ssot/environments.yaml has them: to which environment a branch goes, and what an emergency asks for.
-- A test holds the two to each other.
-- Executed by: service
-- Raises: nothing
create or replace function ops.promotion_rules() returns jsonb
language sql immutable set search_path = '' as $$
  select '{
    "branches": [
      {"pattern": "feature/*", "environment": "PULL_REQUEST"},
      {"pattern": "fix/*", "environment": "PULL_REQUEST"},
      {"pattern": "main", "environment": "STAGING"},
      {"pattern": "production", "environment": "PRODUCTION"}
    ],
    "emergency": {"branches": ["fix/*", "main", "production"], "approvers": 2, "hours": 24}
  }'::jsonb
$$;
