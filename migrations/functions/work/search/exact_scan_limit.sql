-- Up to this many chunks are compared one by one. Measured with 200,000 chunks: who sees 10,000 of them would have an answer
-- from the graph in half of the time, but with 0.91 of what is nearest where the question is about what only others write.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.exact_scan_limit() returns int language sql immutable parallel safe set search_path = '' as $$ select 10000 $$;
