-- Begins a walk through the records of a model, or goes on with the one that is under way. A walk of changes looks at what was
-- written since the one before began, by Odoo's clock, less the overlap: a transaction that was open then writes with the time at
-- which it began. That clock had come to `latest`, the latest time of writing, or further: as far as time has passed since an
-- earlier walk. All records are looked at the first time, where `whole` is given, and where `latest` went back, as after a
-- restore. Answers null where the last walk ended less than `every_seconds` ago.
-- Executed by: operation
-- Raises: TP400, TP409
create or replace function odoo.begin_walk(
  instance text, model text, walk text, latest text default null, overlap_seconds int default 120, whole boolean default false,
  every_seconds int default 0
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  newest constant timestamptz := (begin_walk.latest || '+00')::timestamptz;
  overlap constant interval := make_interval(secs => begin_walk.overlap_seconds);
  held odoo.sync_cursors;
  is_resumed boolean;
begin
  perform ops.check_text('instance', begin_walk.instance);
  perform ops.check_text('model', begin_walk.model, 100);
  perform ops.check_number('overlapSeconds', begin_walk.overlap_seconds, 1, 86400);
  if begin_walk.walk is null or begin_walk.walk not in ('changes', 'ids', 'links') then
    perform ops.refuse('TP400', 'The walk must be changes, ids or links', '{"argument": "walk"}');
  elsif begin_walk.walk <> 'changes' and not exists (
    select from odoo.sync_cursors c where c.instance = begin_walk.instance and c.model = begin_walk.model
      and c.walk = 'changes' and c.finished_at is not null
  ) then
    perform ops.refuse('TP409', format('No walk of changes of %s has come to its end', begin_walk.model));
  end if;
  insert into odoo.sync_cursors (instance, model, walk)
  values (begin_walk.instance, begin_walk.model, begin_walk.walk)
  on conflict (instance, model, walk) do nothing;
  select c.* into held from odoo.sync_cursors c
  where c.instance = begin_walk.instance and c.model = begin_walk.model and c.walk = begin_walk.walk for update;
  is_resumed := held.started_at is not null;
  if not is_resumed and held.finished_at > clock_timestamp() - make_interval(secs => begin_walk.every_seconds) then
    return null;
  elsif not is_resumed then
    update odoo.sync_cursors c set
      since = case
        when c.finished_at is null or begin_walk.whole or c.walk <> 'changes' then null
        when newest < c.latest - overlap then null
        else c.mark - overlap
      end,
      latest = newest, marked_at = clock_timestamp(),
      -- One clock may be a little slower than the other.
      mark = greatest(newest, c.mark + 0.99 * (clock_timestamp() - c.marked_at)), after_id = 0, step = c.step + 1, walked = 0, told = 0,
      started_at = clock_timestamp(), updated_at = clock_timestamp()
    where c.id = held.id
    returning c.* into held;
  end if;
  return jsonb_build_object(
    'id', held.id, 'step', held.step, 'afterId', held.after_id, 'askedAt', held.updated_at, 'isResumed', is_resumed,
    'since', to_char(held.since at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), 'isFirst', held.finished_at is null);
end
$$;
