-- Generated from ssot/doctrine.yaml by `tripoint doctrine --grants`: change the doctrine, and generate the next one.
-- Says all that each role may do in ops, odoo, odoo_seed, catalog and work, and takes away what it does not say. Applied again it changes nothing.

-- Roles -----------------------------------------------------------------------------------------------------------

do $$
declare
  wanted text;
begin
  foreach wanted in array array[
    'anon', 'anonymous_user', 'authenticated', 'service_role', 'acting_agent', 'agent_sync_odoo_agent',
    'agent_workspace_indexer', 'agent_workspace_ask_docs', 'agent_demo_agent', 'agent_odoo_bridge', 'agent_odoo_panel',
    'agent_odoo_analyst', 'agent_delivery_agent'
  ] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin noinherit', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not exists (
      select from pg_auth_members m where m.roleid = wanted::regrole and m.member = 'gateway'::regrole
    ) then
      begin
        execute format('grant %I to gateway', wanted);
      exception when unique_violation then null;
      end;
    end if;
    -- Only where the schema is ours, and our first migration has let anon in: else it is never touched.
    if (
      select pg_get_userbyid(n.nspowner) = current_user and has_schema_privilege('anon', n.oid, 'usage')
      from pg_namespace n where n.nspname = 'auth'
    ) then
      execute format('grant usage on schema auth to %I', wanted);
    end if;
  end loop;
end
$$;

-- ops --------------------------------------------------------------------------------------------------------------

revoke all on schema ops from public, gateway, anon, anonymous_user, authenticated, service_role, acting_agent,
  agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent, agent_odoo_bridge,
  agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all tables in schema ops from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all functions in schema ops from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
grant usage on schema ops to gateway, authenticated, service_role, agent_sync_odoo_agent, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;

grant select on ops.runs, ops.run_events to authenticated, service_role, agent_sync_odoo_agent, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_analyst, agent_delivery_agent;
grant select on ops.artifacts, ops.pull_request_environments, ops.stage_proofs to authenticated, service_role,
  agent_sync_odoo_agent, agent_delivery_agent;
grant select on ops.run_pages, ops.run_stats, ops.environments, ops.builds, ops.build_digests, ops.deployments,
  ops.approvals, ops.emergency_requests, ops.emergencies, ops.agent_usage, ops.people to authenticated, service_role,
  agent_sync_odoo_agent;
grant select on ops.run_usage to authenticated, service_role, agent_sync_odoo_agent, agent_demo_agent;
grant select on ops.run_lines, ops.run_places, ops.schedules, ops.roles, ops.project_members, ops.odoo_users,
  ops.backups, ops.archives, ops.odoo_project_summary, ops.agents, ops.groups, ops.group_members, ops.group_events,
  ops.people_rules to service_role, agent_sync_odoo_agent;
grant select on ops.project_runs, ops.project_run_stats to authenticated, service_role, agent_sync_odoo_agent,
  agent_odoo_panel;
grant select on ops.projects to authenticated, service_role, agent_sync_odoo_agent, agent_odoo_bridge,
  agent_odoo_panel, agent_delivery_agent;

grant execute on function ops.enqueue to service_role, agent_sync_odoo_agent, agent_delivery_agent;
grant execute on function ops.claim, ops.heartbeat, ops.mark_running, ops.mark_finished, ops.append_event,
  ops.start_runs, ops.finish_runs, ops.give_back_runs to service_role, agent_sync_odoo_agent, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_analyst, agent_delivery_agent;
grant execute on function ops.begin_effect to service_role, agent_sync_odoo_agent, agent_odoo_bridge,
  agent_odoo_analyst;
grant execute on function ops.record_artifact to service_role, agent_sync_odoo_agent, agent_odoo_bridge,
  agent_delivery_agent;
grant execute on function ops.requeue_lost, ops.verify_ledger, ops.tick to service_role, agent_sync_odoo_agent;
grant execute on function ops.cancel, ops.retry_run, ops.upsert_schedule, ops.pause_schedule, ops.delete_schedule,
  ops.run_schedule_now, ops.set_project_member, ops.record_build, ops.record_deployment, ops.rollback_deployment,
  ops.request_emergency, ops.record_follow_up, ops.request_approval, ops.link_odoo_user, ops.record_backup,
  ops.spend_budget, ops.oldest_writer, ops.add_group_member, ops.remove_group_member, ops.map_entity,
  ops.upsert_odoo_seeds, ops.accept_finance_totals, ops.count_usage, ops.ended_sessions, ops.exceed_budget,
  ops.promotion_rules, ops.standing to service_role;
grant execute on function ops.upsert_project, ops.reconcile_odoo_projects to service_role, agent_odoo_bridge;
grant execute on function ops.record_stage_proof, ops.hear_pull_request, ops.settle_pull_request,
  ops.drive_pull_requests to service_role, agent_delivery_agent;
grant execute on function ops.decide_approval to authenticated, service_role;
grant execute on function ops.refresh_odoo_project_summary to service_role, agent_odoo_analyst;
grant execute on function ops.connect_odoo_account, ops.disconnect_odoo_account, ops.my_groups, ops.my_project_ids to
  authenticated;
grant execute on function ops.find_people, ops.my_people, ops.person, ops.searched_name to agent_sync_odoo_agent,
  authenticated, service_role;
grant execute on function ops.keep_odoo_account, ops.note_odoo_expiry, ops.note_odoo_refusal, ops.note_write,
  ops.odoo_accounts, ops.odoo_key_counts, ops.odoo_key_ring, ops.reseal_odoo_keys, ops.use_confirmation to gateway;

do $$
begin
  if to_regclass('ops.odoo_projects_fdw') is not null then
    grant select on ops.odoo_projects_fdw to service_role;
  end if;
  if to_regclass('ops.odoo_tasks_fdw') is not null then
    grant select on ops.odoo_tasks_fdw to service_role;
  end if;
  if to_regclass('ops.odoo_moves_fdw') is not null then
    grant select on ops.odoo_moves_fdw to service_role;
  end if;
  if to_regclass('ops.odoo_invoices') is not null then
    grant select on ops.odoo_invoices to service_role;
  end if;
end
$$;

-- odoo -------------------------------------------------------------------------------------------------------------

revoke all on schema odoo from public, gateway, anon, anonymous_user, authenticated, service_role, acting_agent,
  agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent, agent_odoo_bridge,
  agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all tables in schema odoo from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all functions in schema odoo from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
grant usage on schema odoo to gateway, authenticated, service_role, agent_sync_odoo_agent, agent_odoo_bridge;

grant select on odoo.instances, odoo.webhook_events, odoo.event_log, odoo.sync_cursors, odoo.known_records,
  odoo.entity_mappings, odoo.modules to service_role, agent_sync_odoo_agent, agent_odoo_bridge;
grant select on odoo.changes to authenticated, service_role, agent_sync_odoo_agent, agent_odoo_bridge;

grant execute on function odoo.note_change, odoo.note_instance, odoo.begin_walk, odoo.note_page, odoo.note_ids,
  odoo.note_links, odoo.note_records, odoo.note_modules to service_role, agent_odoo_bridge;
grant execute on function odoo.note_refusal, odoo.receive_events to gateway;

-- odoo_seed --------------------------------------------------------------------------------------------------------

revoke all on schema odoo_seed from public, gateway, anon, anonymous_user, authenticated, service_role, acting_agent,
  agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent, agent_odoo_bridge,
  agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all tables in schema odoo_seed from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all functions in schema odoo_seed from public, gateway, anon, anonymous_user, authenticated,
  service_role, acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs,
  agent_demo_agent, agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
grant usage on schema odoo_seed to service_role, agent_sync_odoo_agent, agent_odoo_bridge;

grant select on odoo_seed.seed_projects, odoo_seed.seed_tasks, odoo_seed.shadow_projects, odoo_seed.shadow_tasks,
  odoo_seed.shadow_finance_totals, odoo_seed.accepted_totals, odoo_seed.verifications, odoo_seed.v_missing_in_odoo,
  odoo_seed.v_orphan_in_odoo, odoo_seed.v_name_drift, odoo_seed.v_project_drift, odoo_seed.v_finance_drift,
  odoo_seed.v_drift to service_role, agent_sync_odoo_agent, agent_odoo_bridge;

grant execute on function odoo_seed.begin_verification, odoo_seed.keep_shadows, odoo_seed.keep_totals,
  odoo_seed.end_verification to service_role, agent_odoo_bridge;

-- catalog ----------------------------------------------------------------------------------------------------------

revoke all on schema catalog from public, gateway, anon, anonymous_user, authenticated, service_role, acting_agent,
  agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent, agent_odoo_bridge,
  agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all tables in schema catalog from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all functions in schema catalog from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
grant usage on schema catalog to authenticated, service_role, agent_sync_odoo_agent, agent_odoo_bridge;

grant select on catalog.assets, catalog.lineage to authenticated, service_role, agent_sync_odoo_agent,
  agent_odoo_bridge;

grant execute on function catalog.register to service_role, agent_odoo_bridge;
grant execute on function catalog.asset, catalog.find_assets to agent_sync_odoo_agent, agent_odoo_bridge,
  authenticated, service_role;

-- work -------------------------------------------------------------------------------------------------------------

revoke all on schema work from public, gateway, anon, anonymous_user, authenticated, service_role, acting_agent,
  agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent, agent_odoo_bridge,
  agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all tables in schema work from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
revoke all on all functions in schema work from public, gateway, anon, anonymous_user, authenticated, service_role,
  acting_agent, agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs, agent_demo_agent,
  agent_odoo_bridge, agent_odoo_panel, agent_odoo_analyst, agent_delivery_agent;
grant usage on schema work to authenticated, service_role, acting_agent, agent_workspace_indexer,
  agent_workspace_ask_docs;

grant select on work.spaces, work.pages, work.blocks, work.search_index to authenticated, service_role, acting_agent,
  agent_workspace_indexer, agent_workspace_ask_docs;
grant select on work.permissions, work.invitations, work.page_changes, work.page_history, work.history_changes,
  work.bin, work.databases, work.db_columns, work.db_rows, work.person_cells, work.odoo_cells, work.relations,
  work.comments, work.attachments, work.templates to authenticated, service_role, acting_agent;
grant select on work.breadcrumbs to authenticated, service_role, acting_agent, agent_workspace_ask_docs;
grant select on work.removed_files, work.embedding_claims, work.kept_embeddings, work.idempotency_keys to service_role;
grant select on work.index_queue to service_role, agent_workspace_indexer;

grant insert (id, name, created_at, updated_at, version, archived_at, created_by, language), update (id, name,
  created_at, updated_at, version, archived_at, created_by, language) on work.spaces to authenticated;
grant insert, update, delete on work.spaces to service_role;
grant insert (id, name, created_at, updated_at, version, archived_at, created_by, language), update (id, name,
  created_at, updated_at, version, archived_at, created_by, language) on work.spaces to acting_agent;
grant insert (id, space_id, user_id, role, role_name, created_at, updated_at), update (id, space_id, user_id, role,
  role_name, created_at, updated_at), delete on work.permissions to authenticated;
grant insert, update, delete on work.permissions to service_role;
grant insert (id, space_id, user_id, role, role_name, created_at, updated_at), update (id, space_id, user_id, role,
  role_name, created_at, updated_at), delete on work.permissions to acting_agent;
grant delete on work.invitations to authenticated;
grant delete on work.invitations to service_role;
grant delete on work.invitations to acting_agent;
grant insert (id, space_id, parent_id, title, rank, version, odoo_partner_id, created_by, created_at, updated_at,
  odoo_move_id, odoo_project_id, odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id, archived_at,
  archived_with, versioned_in, changed_in), update (id, space_id, parent_id, title, rank, version, odoo_partner_id,
  created_by, created_at, updated_at, odoo_move_id, odoo_project_id, odoo_purchase_order_id, odoo_expense_id,
  odoo_employee_id, odoo_task_id, archived_at, archived_with, versioned_in, changed_in) on work.pages to authenticated;
grant insert, update, delete on work.pages to service_role;
grant insert (id, space_id, parent_id, title, rank, version, odoo_partner_id, created_by, created_at, updated_at,
  odoo_move_id, odoo_project_id, odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id, archived_at,
  archived_with, versioned_in, changed_in), update (id, space_id, parent_id, title, rank, version, odoo_partner_id,
  created_by, created_at, updated_at, odoo_move_id, odoo_project_id, odoo_purchase_order_id, odoo_expense_id,
  odoo_employee_id, odoo_task_id, archived_at, archived_with, versioned_in, changed_in) on work.pages to acting_agent;
grant insert (id, space_id, page_id, parent_id, rank, type, content, created_at, updated_at, inside_id, sub, act,
  client_id), update (id, space_id, page_id, parent_id, rank, type, content, created_at, updated_at, inside_id, sub,
  act, client_id), delete on work.blocks to authenticated;
grant insert, update, delete on work.blocks to service_role;
grant insert (id, space_id, page_id, parent_id, rank, type, content, created_at, updated_at, inside_id, sub, act,
  client_id), update (id, space_id, page_id, parent_id, rank, type, content, created_at, updated_at, inside_id, sub,
  act, client_id), delete on work.blocks to acting_agent;
grant insert (id, space_id, page_id, title, version, created_by, created_at, updated_at, archived_at,
  columns_changed_in), update (id, space_id, page_id, title, version, created_by, created_at, updated_at, archived_at,
  columns_changed_in) on work.databases to authenticated;
grant insert, update, delete on work.databases to service_role;
grant insert (id, space_id, page_id, title, version, created_by, created_at, updated_at, archived_at,
  columns_changed_in), update (id, space_id, page_id, title, version, created_by, created_at, updated_at, archived_at,
  columns_changed_in) on work.databases to acting_agent;
grant insert (id, space_id, database_id, name, type, options, rank, created_at, updated_at), update (id, space_id,
  database_id, name, type, options, rank, created_at, updated_at), delete on work.db_columns to authenticated;
grant insert, update, delete on work.db_columns to service_role;
grant insert (id, space_id, database_id, name, type, options, rank, created_at, updated_at), update (id, space_id,
  database_id, name, type, options, rank, created_at, updated_at), delete on work.db_columns to acting_agent;
grant insert (id, space_id, database_id, data, rank, version, created_by, created_at, updated_at), update (id,
  space_id, database_id, data, rank, version, created_by, created_at, updated_at), delete on work.db_rows to
  authenticated;
grant insert, update, delete on work.db_rows to service_role;
grant insert (id, space_id, database_id, data, rank, version, created_by, created_at, updated_at), update (id,
  space_id, database_id, data, rank, version, created_by, created_at, updated_at), delete on work.db_rows to
  acting_agent;
grant insert (id, space_id, to_space_id, kind, name, from_page_id, to_page_id, from_row_id, to_row_id,
  from_database_id, to_database_id, created_by, created_at), update (id, space_id, to_space_id, kind, name,
  from_page_id, to_page_id, from_row_id, to_row_id, from_database_id, to_database_id, created_by, created_at), delete
  on work.relations to authenticated;
grant insert, update, delete on work.relations to service_role;
grant insert (id, space_id, to_space_id, kind, name, from_page_id, to_page_id, from_row_id, to_row_id,
  from_database_id, to_database_id, created_by, created_at), update (id, space_id, to_space_id, kind, name,
  from_page_id, to_page_id, from_row_id, to_row_id, from_database_id, to_database_id, created_by, created_at), delete
  on work.relations to acting_agent;
grant insert (id, space_id, page_id, author_id, body, created_at, resolved_at, parent_id, block_id, resolved_by,
  edited_at, version, updated_at, former_block_ids, sub, act, client_id), update (id, space_id, page_id, author_id,
  body, created_at, resolved_at, parent_id, block_id, resolved_by, edited_at, version, updated_at, former_block_ids,
  sub, act, client_id), delete on work.comments to authenticated;
grant insert, update, delete on work.comments to service_role;
grant insert (id, space_id, page_id, author_id, body, created_at, resolved_at, parent_id, block_id, resolved_by,
  edited_at, version, updated_at, former_block_ids, sub, act, client_id), update (id, space_id, page_id, author_id,
  body, created_at, resolved_at, parent_id, block_id, resolved_by, edited_at, version, updated_at, former_block_ids,
  sub, act, client_id), delete on work.comments to acting_agent;
grant update (block_id), delete on work.attachments to authenticated;
grant insert, update, delete on work.attachments to service_role;
grant update (block_id), delete on work.attachments to acting_agent;
grant insert (id, space_id, name, description, content, version, created_by, created_at, updated_at), update (id,
  space_id, name, description, content, version, created_by, created_at, updated_at), delete on work.templates to
  authenticated;
grant insert, update, delete on work.templates to service_role;
grant insert (id, space_id, name, description, content, version, created_by, created_at, updated_at), update (id,
  space_id, name, description, content, version, created_by, created_at, updated_at), delete on work.templates to
  acting_agent;

grant execute on function work.claim_index_batch, work.extend_index_lease, work.reserve_embeddings, work.ack_index,
  work.fail_index, work.enqueue_stale, work.index_progress to agent_workspace_indexer;
grant execute on function work.note_arrival to service_role;
grant execute on function work.retry_indexing to service_role, agent_workspace_indexer;
grant execute on function work.accept_invitation to authenticated, acting_agent;
grant execute on function work.add_comment, work.add_database_column, work.add_relation, work.announce_file,
  work.apply_block_operations, work.apply_operation, work.archive_database, work.archive_page, work.archive_space,
  work.archived_among, work.are_marks, work.begin_once, work.block_ancestors, work.block_changes, work.block_height,
  work.block_id, work.block_subtree, work.blocks_that_are_left, work.caller, work.carry_cells, work.carry_discussion,
  work.cell_operand, work.cell_operands, work.cell_problem, work.cell_text, work.change_permission,
  work.change_space_language, work.changed_blocks, work.changes_since, work.check_block_count,
  work.check_block_places, work.check_column_options, work.check_column_type, work.check_content,
  work.check_operations, work.check_page_size, work.check_parent, work.check_role, work.check_text,
  work.check_time_zone, work.check_version, work.choice_places, work.choices_key, work.claims, work.clear_cell,
  work.columns_at, work.confirm_attachment, work.content_problem, work.convert_cell, work.copies_of,
  work.copy_attachments, work.copy_cells, work.copy_id, work.copy_pages, work.create_attachment, work.create_database,
  work.create_page, work.create_page_from_template, work.create_space, work.date_key, work.delete_attachment,
  work.delete_block, work.delete_comment, work.delete_database_row, work.delete_template, work.duplicate_page,
  work.edit_comment, work.empty_content, work.end_once, work.files_to_copy, work.fill_from_template,
  work.find_attachment, work.find_column, work.find_comment, work.find_database, work.find_entry, work.find_open_page,
  work.find_page, work.find_permission, work.find_place, work.find_row, work.find_space, work.fit_row,
  work.follow_address, work.follow_copies, work.free_rank, work.grant_permission, work.has_hidden_changes,
  work.holds_text, work.id_pattern, work.images_since, work.insert_block, work.insert_database_rows,
  work.invite_member, work.is_address, work.is_cell_operator, work.is_copying, work.is_id, work.is_mark, work.is_rank,
  work.is_rebalancing, work.is_rich_text, work.is_set, work.is_short_text, work.is_table, work.is_table_row,
  work.is_user, work.is_uuid, work.join_text, work.keyed_cells, work.left_out, work.left_out_of,
  work.left_out_of_template, work.link_odoo_record, work.lock_comment, work.lock_database, work.lock_page,
  work.lock_row, work.lock_space, work.lock_template, work.lock_tree, work.max_rank_length, work.merge_block,
  work.merge_target, work.missing_row, work.move_block, work.move_page, work.my_admin_space_ids,
  work.my_editable_space_ids, work.my_open_space_ids, work.named_block, work.named_ids, work.net_changes,
  work.new_block_id, work.normal_cell, work.odoo_column, work.page_rank, work.page_siblings, work.page_subtree,
  work.page_tree, work.present_cells, work.put_block, work.put_block_back, work.put_blocks_back, work.put_column,
  work.put_column_back, work.put_columns_back, work.put_databases, work.put_databases_back, work.put_row_back,
  work.put_rows_back, work.put_template, work.rank_at, work.rank_beside, work.rank_between, work.rank_digits,
  work.rank_fraction, work.rank_integer_length, work.rank_step, work.ranks_between, work.read_date,
  work.rebalance_siblings, work.refill_template, work.refuse_content, work.refuse_operation, work.refuse_overlap,
  work.relation_end, work.remove_database_column, work.remove_relation, work.rename_choices, work.rename_database,
  work.rename_database_choice, work.rename_database_column, work.rename_space, work.renamed_since,
  work.reopen_comment, work.reply_to_comment, work.require_role, work.resolve_comment, work.resolve_place,
  work.restore_from_bin, work.restore_page, work.restore_page_version, work.restore_space, work.restoring,
  work.retype_database_column, work.revoke_permission, work.role_in, work.rows_with, work.save_page_as_template,
  work.snapshot_cells_problem, work.snapshot_databases, work.snapshot_ids, work.snapshot_problem, work.split_block,
  work.split_text, work.takes_children, work.takes_choices, work.template_blocks, work.template_files,
  work.template_problem, work.template_tree_problem, work.touched_blocks, work.unlink_odoo_record, work.update_block,
  work.update_database_row, work.update_page, work.update_template, work.user_id, work.utf16_characters,
  work.utf16_length, work.with_block_ids, work.with_text, work.withdraw_invitation to authenticated, acting_agent,
  service_role;
grant execute on function work.ancestors_of, work.any_of, work.begin_single_signs, work.densest_place,
  work.exact_scan_limit, work.excerpt, work.excerpt_for, work.has_embeddings, work.has_iterative_scan, work.has_signs,
  work.lexeme_query, work.mark_beginnings, work.marked_html, work.marked_text, work.matching_chunks,
  work.nearest_chunks, work.pending_pages, work.plain_dashes, work.question_terms, work.readable_space_ids,
  work.refuse, work.search_pages, work.search_passages, work.search_status, work.search_words, work.sign_pairs,
  work.sign_runs, work.similar_titles, work.title_lexemes, work.typed_words, work.waiting_pages, work.walk_the_graph,
  work.without_endings to agent_workspace_ask_docs, authenticated, acting_agent, service_role;
grant execute on function work.my_space_ids to agent_workspace_ask_docs, authenticated, acting_agent;
grant execute on function work.typed_pattern to authenticated, acting_agent, service_role, agent_workspace_ask_docs;

-- Agents ------------------------------------------------------------------------------------------------------------

select ops.set_agents('[
  {"name":"sync-odoo-agent","kinds":["odoo.write"],"otherKinds":"wait","ageing":60},
  {"name":"workspace-indexer","kinds":[],"otherKinds":"wait","ageing":60},
  {"name":"workspace-ask-docs","kinds":[],"otherKinds":"refuse","ageing":60},
  {"name":"demo-agent","kinds":["demo.count"],"otherKinds":"refuse","ageing":60},
  {"name":"odoo-bridge","kinds":["bridge.event","bridge.sync","bridge.inventory","bridge.reconcile","bridge.verify","bridge.catalog"],"otherKinds":"refuse","ageing":60},
  {"name":"odoo-panel","kinds":[],"otherKinds":"refuse","ageing":60},
  {"name":"odoo-analyst","kinds":["analysis.refresh"],"otherKinds":"refuse","ageing":60},
  {"name":"delivery-agent","kinds":["evidence.run","environment.open","environment.close","environment.reconcile"],"otherKinds":"refuse","ageing":60}
]');

-- Groups ------------------------------------------------------------------------------------------------------------

select ops.set_groups(array['accounting', 'hr', 'auditors']::text[]);
do $$
declare
  old regclass;
begin
  for old in select p.polrelid from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'group_reads' and c.relnamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'odoo_seed'::regnamespace, 'catalog'::regnamespace) loop
    execute format('drop policy group_reads on %s', old);
  end loop;
end
$$;
create policy group_reads on ops.runs for select to authenticated using ((select ops.my_groups() &&
  array['auditors']::text[]));
create policy group_reads on ops.run_events for select to authenticated using ((select ops.my_groups() &&
  array['auditors']::text[]));
create policy group_reads on ops.artifacts for select to authenticated using ((select ops.my_groups() &&
  array['auditors']::text[]));
create policy group_reads on ops.agent_usage for select to authenticated using ((select ops.my_groups() &&
  array['auditors']::text[]));
create policy group_reads on catalog.assets for select to authenticated using ((select ops.my_groups() &&
  array['auditors']::text[]));
create policy group_reads on catalog.lineage for select to authenticated using ((select ops.my_groups() &&
  array['auditors']::text[]));

-- People ------------------------------------------------------------------------------------------------------------

select ops.set_people_rules('{"email":["self","service","space-admins"]}');

-- Tenants -----------------------------------------------------------------------------------------------------------

select ops.keep_tenants_apart(array['agent_workspace_ask_docs', 'agent_delivery_agent']::text[]);
