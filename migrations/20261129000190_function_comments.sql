-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

comment on function ops.add_run is 'Adds the run that is wanted, of which what it is to do, when, and in which lines is given. The same key with the same
input answers the run of the first call.';

comment on function ops.append_event is 'Adds an event to a run that has not ended. The types of the ledger''s own events are not to be had.';

comment on function ops.are_within is 'Whether a set of numbers is one of a schedule: not empty, without repetition, each from `low` to `high`.';

comment on function ops.argument_of is 'Which argument of a mutation a sentence is about: one that begins with it in quotation marks, that asks for an
idempotencyKey, or that misses what an id names. Null for any other.';

comment on function ops.attempts_of is 'How often a run may be claimed. One that was asked to end may be claimed more often, to find out what was done.';

comment on function ops.backoff is 'How long a failed run waits: 2 s × 2^(attempt - 1), at most 10 min, and of it 50–100 % by chance: runs that failed together do not return together.';

comment on function ops.begin_effect is 'Says that the handler is about to change another system, which cannot be undone: from here on a cancel comes too late.
Answers false, and notes nothing, where one was asked for before.';

comment on function ops.caller is 'Who did it: an agent''s name, a user''s uuid, or `service`. Who connects without claims is the owner or a service.';

comment on function ops.caller_agent is 'The agent that calls, else null: by its claims, for within SECURITY DEFINER the current user is the owner.';

comment on function ops.cancel is 'Calls a run off. One whose handler never began ends at once: its worker, if it has one, is refused from then on. Of any
other only the holder of a lease can say what was done: it is asked, and answers by mark_finished, the one that holds the
lease now or the next one. One that was asked for, or is cancelled, stays so.';

comment on function ops.cancel_reason is 'Why a cancel was asked for; null where nobody said.';

comment on function ops.chain_start is 'What the first event of a run carries as the hash of its predecessor.';

comment on function ops.check_archive_change is 'What is to be archived stays as it was begun; once its rows have left, nothing about it changes any more.';

comment on function ops.check_fence is 'Refuses a worker whose lease of a run is not the current one: the run has ended, or the fence is missing or an older one.';

comment on function ops.check_json is 'Refuses JSON of more than 262144 bytes: larger things belong into object storage.';

comment on function ops.check_leaving is 'The second lock on DELETE of runs, artifacts and backups, also for the owner who opens the first by hand: the rows that
went must be exactly those of a verified and approved archive.';

comment on function ops.check_number is 'Refuses a number that is missing or outside of its bounds.';

comment on function ops.check_open is 'For what does not need a lease: a fence that is given must hold, and an agent gives it once the run was claimed.';

comment on function ops.check_overlap is 'Refuses another run by request where the schedule lets none be beside an open one.';

comment on function ops.check_owner is 'Refuses everybody but the owner of the ledger''s tables, also where somebody was granted the function by mistake. Each
archive goes through a row of ops.archives, then ops.verify_archive, then ops.retire, which computes everything again from
what it removes.';

comment on function ops.check_partition_chain is 'The chain of each run in a partition must go on from what was archived before, without a gap, and be whole.';

comment on function ops.check_person is 'After the row, so that policies refuse first: who may not write the row does not learn who exists. Who asks exists: the
token says so. What the owner writes without claims, such as a restore, passes.';

comment on function ops.check_promotion is 'The approval that a deployment of the build to the environment rests on; null where none is needed. Raises TP409 with
all that is missing: MAIN, STAGING, APPROVAL.';

comment on function ops.check_run_change is 'The one lock on UPDATE of runs: what a run is for stays, counters only rise, an ended run rests.';

comment on function ops.check_text is 'Refuses a text that is missing or longer than `longest` characters.';

comment on function ops.check_time_zone is 'An IANA name: Postgres would also take abbreviations and rules of its own, such as `FOO+5`.';

comment on function ops.check_work is 'Refuses work that nobody would ever do; answers with a warning where somebody might, else with null.';

comment on function ops.claim is 'Leases up to max_runs to a worker, the longest waiting first and each point of priority counting as some of its wait, of
those that are first in their lines; they stay QUEUED until mark_running. What others are just claiming is passed by, so
two workers never get the same run nor wait for each other.';

comment on function ops.claim_rank is 'A run waits from when it was enqueued, or from when it may be claimed first, whichever is later. Where the ageing is 0 only
the priority counts.';

comment on function ops.claims is 'The verified claims of who calls; null where there are none. Not auth.jwt(): a schema auth need not have it.';

comment on function ops.decide_approval is 'Decides an approval, once. A user decides in his own name, as a member of its project whose role may; a service says
who decided. The same decision by the same person again answers what is there.';

comment on function ops.default_ordering_keys is 'The lines of a run for which none was given: a write to Odoo stands in those of the records that it names.';

comment on function ops.delete_schedule is 'Deletes a schedule; its runs stay, those that are open too. Answers its id.';

comment on function ops.digest_rows is 'What an archive must hold now: the events of a whole partition, or the rows of these ids. The digest is a chain over
the lines, sha256 of the digest so far and the next line, so that neither side ever holds more than one of them.';

comment on function ops.drop_empty_lines is 'Removes those of an agent''s lines in which no run stands any more.';

comment on function ops.due_between is 'Due times after one moment and until another, the earliest first. A day is looked at before and after the wanted ones:
a zone may leave out a whole day.';

comment on function ops.due_horizon is 'How far ahead a due time is looked for. Where both days must match, a 29 February on one weekday comes every 28 years,
and every 40 where a century''s year is no leap year.';

comment on function ops.due_on is 'The due times of one local day, after one moment and until another.
With every hour in the set, each minute that the clock shows and that matches is due: an hour that comes twice is due
twice, one that is left out not at all. With fixed hours each local time is due once: the second time where the clock
shows it twice, and where it never does, later by what the clock leaves out. Both as Postgres reads a local time.';

comment on function ops.edits_between is 'How many letters must be put in, left out or replaced, or neighbours swapped, to make one word of the other.';

comment on function ops.enqueue is 'Adds a run; an agent must give a key. The run takes its place in its lines: those of ordering_key, or the default ones.';

comment on function ops.enqueue_due is 'Enqueues what is due of one schedule, whose row the caller has locked, and moves it on.';

comment on function ops.enqueue_scheduled is 'Enqueues one run of a schedule for a due time, under a key that makes it the only one.';

comment on function ops.ensure_event_partition is 'Makes the partition of the month that holds the day, in UTC; one that is there stays.';

comment on function ops.ensure_event_partitions is 'Called before a run is locked: to attach a partition waits for all who are writing runs. Some months ahead, so that
it is seldom due, and a clock that is a little off finds its month.';

comment on function ops.environment_of is 'The id of a project''s environment by its name; refuses a name that the project does not have.';

comment on function ops.event_hash is 'sha256 of: prev_hash, then as UTF-8, a line each: run, seq, microseconds since 1970, length and text of the type,
payload as jsonb prints it (nothing where null). Whoever has the events can compute it again.';

comment on function ops.event_partitions is 'The partitions of the events and the times that each holds: from, and until but without.';

comment on function ops.find_approval is 'The approval by which a build may go to an environment: the latest decision counts, so that a later REJECTED takes back.';

comment on function ops.find_archive is 'Not locked, since a lock on a row counts as a write: what reads long must not have written yet, or those who follow the
ledger live would wait for its end. The lock of retention keeps archives apart.';

comment on function ops.guard_approval is 'An approval begins undecided and is decided once; of what was asked, nothing changes.';

comment on function ops.guard_deployment is 'Checked when it is recorded and again when it begins or succeeds: an approval may be taken back in between.';

comment on function ops.heartbeat is 'Makes the lease last lease_seconds from now; answers until when.';

comment on function ops.identity is 'An identity as it is kept: without white space around it and without what nobody sees, and a uuid as Postgres itself
writes it, whatever form of one was given ("A0A0…", "{a0a0…}", "urn:uuid:a0a0…", "user:a0a0…"). Null for null.';

comment on function ops.is_due_day is 'Whether a day is one of a schedule. Cron''s rule: where the day of the month and the weekday are both restricted, either is
enough; with `both_days` the day must be both.';

comment on function ops.is_ended is 'Whether a run''s status is one that never changes again.';

comment on function ops.is_image_name is 'Whether a text is an image''s name: registry, repository, and a tag or a digest. Without either it would mean whatever
is the latest.';

comment on function ops.is_person is 'Whether auth.users has the person. Where there is no such table that the owner may read, nobody can tell: true.';

comment on function ops.is_same_identity is 'Whether two identities are one, in whatever spelling: names and addresses differ in more than their capitals.';

comment on function ops.is_user is 'Whether a user calls, by claims or by the role that outlives the change of user into a SECURITY DEFINER function.';

comment on function ops.join_schedule_line is 'Puts the open runs of a schedule into its line, so that those to come wait for them too.';

comment on function ops.judge_work is 'What is to be said of runs of a kind for an agent: nothing, that they are refused, and then for which argument, or that
they may wait for ever.';

comment on function ops.latest_due is 'The latest of the due times since `next_due_at` until `now`; null where there is none.';

comment on function ops.leave_lines is 'A run that ends leaves its lines, however it ended: where it was first, the next one has one line less ahead of it.';

comment on function ops.lines_of_schedule is 'The lines of a run of the schedule: those that it has anyway, and that of the schedule where its runs wait for each other.';

comment on function ops.link_odoo_user is 'Says which Odoo user a user is in an Odoo instance; a new link replaces the user''s earlier one there.';

comment on function ops.lock_lines is 'Waits for each line, in one order for all. Lines come before the runs'' own rows, so that nobody waits in a circle.';

comment on function ops.lock_lines_of is 'Waits for the lines of a run, before a run is locked that may end: its end moves its lines.';

comment on function ops.lock_run is 'The run, under its row''s lock. Its updated_at is the time of the change to come: never before the last one''s, so
that a run''s events are in the order of their partitions.';

comment on function ops.mark_finished is 'Says how the handler ended: a failure that may be retried goes back to the queue while attempts are left. CANCELLED is
the answer to a cancel that was asked for: nothing was done. Any other end says that the cancel came too late. Called
again with the same fence and the same words it changes nothing.';

comment on function ops.mark_running is 'Says that the handler begins. Called again with the same fence it changes nothing.';

comment on function ops.may_leave is 'Whether the rows of an archive may leave: it was verified, and somebody approved the run that archived.';

comment on function ops.my_project_ids is 'The projects in which the user that asks is a member. SECURITY DEFINER, so that a member need not see who else is one.';

comment on function ops.nearest is 'The candidate that a word was probably meant to be; null where none is near. One edit is allowed for each `letters` of the
candidate. Case and separators count for nothing; other digits make another name: report.2025 is not a slip of report.2026.';

comment on function ops.next_due is 'The first due time after a moment; null where none comes within ops.due_horizon.';

comment on function ops.normalise_odoo_user is 'Writes what names a user of Odoo in one form, so that a link is not taken again with a space after it.';

comment on function ops.note_agents is 'Judges and ranks anew what waits already: what the doctrine says anew of agents holds for it too.';

comment on function ops.note_pages is 'Notes which pages of the workspace an event of a run names, as `pageId` or in `pageIds`.';

comment on function ops.notify_changes is 'A wake-up, no message: readers read past their cursor. Each event also changes its run, so the runs are enough.';

comment on function ops.oldest_writer is 'The oldest transaction of this database that has begun to write; no row where there is none. `since` is null where the
owner of this function may not see it. A transaction that was prepared has no process, and its name is its application.';

comment on function ops.open_run_of is 'A run of the schedule that has not ended, the oldest; null where none is open.';

comment on function ops.pause_schedule is 'Pauses a schedule, or lets it go on. What falls due during a pause is not caught up afterwards.';

comment on function ops.person_of is 'The identity, and of an address that one person of auth.users signs in with that person''s uuid: who asks by the address
is who decides by the token.';

comment on function ops.rank_run is 'Keeps the rank by which a run is claimed, see ops.claim_rank.';

comment on function ops.record_artifact is 'Records a file in object storage, or an image in a registry, that a run has produced. The same again answers the first.';

comment on function ops.record_backup is 'Records a backup once; the same key and values answer the first row.';

comment on function ops.record_build is 'Records what was built. The same image again answers the first build; with other facts it is refused.';

comment on function ops.record_deployment is 'Records a deployment of a build to an environment of its project, or, given deployment_id instead of these, moves the
status of one: PENDING → RUNNING → SUCCEEDED or FAILED, steps may be left out. The triggers above hold the rules.';

comment on function ops.refuse is 'A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object. Its `argument` is where in
the input of a mutation the fault is.';

comment on function ops.refuse_change is 'Refuses every change and removal of a row of an append-only table.';

comment on function ops.refuse_removal is 'Refuses DELETE, but where the retention function, which runs as the table''s owner, has said so for its transaction.';

comment on function ops.request_approval is 'Asks for an approval. While one for the same is undecided, that is the answer. Of a `deployment`, subject_id is the
build''s uuid, the environment is one of its project''s, and project_id need not be given.
A service says for whom it asks; anybody else asks in his own name.';

comment on function ops.requester is 'Who asks for a run: whoever calls, or for whom a service says that it asks, a user by uuid. An agent that acts for a user
asks for that one.';

comment on function ops.requeue_lost is 'Takes expired leases away, the caller''s own where it is an agent; answers how many.';

comment on function ops.requeue_lost_of is 'Takes up to max_runs expired leases away, of one agent or of all: back to the queue, or DEAD after the last attempt.';

comment on function ops.retire is 'The one way out: removes what a verified and approved archive holds, and answers how many rows.';

comment on function ops.retire_partition is 'A partition leaves whole, and after every older one, so that what is archived of a run is always its first events. One
with events of an open run stays: a handler that is tried again may read there what it has done already.';

comment on function ops.retry_run is 'Does a run again that ended without success: a new run with the same input, kind, lines, schedule and due time. All
retries belong to the first run. While one of them is open it is the answer; after one that succeeded there is none.';

comment on function ops.run_schedule_now is 'One run of the schedule at once, paused or not; its due times stay as they are. Without a key each call makes a run.';

comment on function ops.save_run is 'Writes what a helper changed in the run it has locked, with the event that says so.';

comment on function ops.set_agents is 'Makes the agents exactly these: name, kinds, otherKinds and ageing of each, as the doctrine has them.';

comment on function ops.set_project_member is 'Gives a user a role in a project; without a role the membership ends, and the answer is empty.';

comment on function ops.spend_budget is 'Adds to what an agent has used today, unless it would then be more than `most`; answers what is left, or null where it
was too much, and nothing was added. Called by the gateway in its own name: an agent spends nobody''s budget, not even its
own. What is older than a month leaves with the first use of a day.';

comment on function ops.tick is 'Enqueues each due time exactly once, however many tick at once: the row is locked while its times are enqueued, and
each time has its key. Also frees the runs of lost workers, and makes the partitions that events will need.
An agent ticks its own schedules: it may enqueue for no other. After a thousand runs the rest waits for the next tick,
so that no tick outlasts its statement''s timeout.';

comment on function ops.upsert_project is 'Creates the project of this slug with its three environments, or changes it. Where null is given for the environments
that ask for an approval, those of a project that is there stay as they are, and of a new one PRODUCTION does.';

comment on function ops.upsert_schedule is 'Creates the schedule of this name, or changes it. The next due time is counted anew only where the times themselves
change: what was missed stays missed, and is caught up. A paused schedule stays paused.';

comment on function ops.verify_archive is 'Says what was read back from the storage; believed only where it is what the ledger holds now.';

comment on function ops.verify_ledger is 'Computes the chain of a run again, from where the archive ends; names the first break, or none.';

comment on function work.ack_index is 'Replaces what the index holds of a page by `chunks`: [{"chunk", "heading", "content", "blockIds", "contentHash": hex,
"embedding": of 1536 numbers}], numbered from 0; [] for a page that is archived. An embedding that is left out is the one
stored under this hash and model. Takes the page off the queue unless it has changed since it was claimed.
False where nothing was done: the lease is another''s by now, or an embedding that was left out is stored no more.';

comment on function work.add_comment is 'Begins a thread on a page, or on one of its blocks.';

comment on function work.add_database_column is 'Adds a column to a database. `fill` is the value that the rows which are there get.';

comment on function work.add_relation is 'Relates two pages, rows or databases, each of a space that the viewer edits.';

comment on function work.ancestors_of is 'The pages above one, the topmost at depth 0.';

comment on function work.announce_file is 'Announces a file on a page that the viewer may edit. SECURITY DEFINER: no viewer writes paths, sizes and types.';

comment on function work.any_of is 'The query that any of these queries makes.';

comment on function work.apply_block_operations is 'Applies operations to a page, in order, all or none; triggers raise its version by one and note the blocks. Made for
an older version, they are applied where they do not meet what changed since. Answers {"page", "version", "blocks",
"deletedBlockIds", "created": [{"givenId", "id"}]}, with the stored id of each block that an operation made.';

comment on function work.apply_operation is 'Applies one operation to a page; answers what it changed, as work.block_changes writes it.';

comment on function work.archive_database is 'Archives a database, or restores it where `archived` is false: one of what the other is not.';

comment on function work.archive_page is 'Archives a page with all below it; what was archived before keeps its own mark, and is not restored with this one.';

comment on function work.archive_space is 'Archives a space, or restores it where `archived` is false: one of what the other is not.';

comment on function work.archived_among is '`page` or `database`, where one of these is archived; a database also where its page is.';

comment on function work.are_marks is 'Whether marks of a rich text fit: within the text, between its characters, and no two of one type over the same ones.';

comment on function work.begin_once is 'Claims a key: null the first time, and the first time''s answer when the same is asked again; every mutation of the
workspace begins with it. The row itself is the lock: who comes second waits for the first one''s end. SECURITY DEFINER:
nobody reads or writes the table by hand.';

comment on function work.begin_single_signs is 'A sign that is asked for alone begins a pair.';

comment on function work.block_ancestors is 'A block and those that it stands inside, up to the top of its page.';

comment on function work.block_changes is 'What an operation changed, as [{"id", "operation": INSERT | UPDATE | MOVE | DELETE}].';

comment on function work.block_height is 'Levels that a block and what stands inside it take.';

comment on function work.block_id is 'The stored id of the block that a client names so on this page: the same name is the same block here, and another one
on any other page. A uuid of version 8, of 122 bits of a digest.';

comment on function work.block_image is 'What a block was, for the history, in the names of the API.';

comment on function work.block_subtree is 'A block and all that stands inside it.';

comment on function work.blocks_that_are_left is 'A remembered answer without the blocks that are gone by now.';

comment on function work.bring_discussion_back is 'Brings comments and files back to a block that comes back. A reply stands where its thread stands, also one that came
after the block was gone. SECURITY DEFINER: who puts a block back may not write what others have said.';

comment on function work.call_indexer is 'Whether the indexer was called.';

comment on function work.caller is 'Who asks, as text: a user''s uuid, an agent''s name, or `service`.';

comment on function work.carry_cells is 'Brings the rows to a column''s new name, type and options, or refuses the change. The setting work.on_unconvertible says
what becomes of values that have no equal, and work.renamed_choices which choices have another name only.';

comment on function work.carry_discussion is 'Moves what was said about a block, and the files on it, to another block of the page. SECURITY DEFINER: an editor who
merges blocks moves what others have said.';

comment on function work.cell_operand is 'The value that a column''s cells are compared with, in the form in which cells keep theirs; refuses one that the column
cannot hold. A day is the whole day in `time_zone`.';

comment on function work.cell_operands is 'The values that rows are compared with, in the form in which cells keep theirs; `uses`: [{"column", "operator",
"value", "argument"}]. Refuses a column that is not there and what does not go with its type. Empty where the viewer
sees no such database: there are no rows to compare either.';

comment on function work.cell_problem is 'What a value in its normal form would have to be; null where it fits.';

comment on function work.cell_text is 'A value as a text that a person would write; null where it has none.';

comment on function work.change_permission is 'Gives a member of a space another role: an admin''s affair.';

comment on function work.change_space_language is 'Sets the language of a space, which is the one that its words are searched in: an admin''s affair.';

comment on function work.changed_blocks is 'The blocks of a page that changed after a version, as a refusal tells of them.';

comment on function work.changes_since is 'The blocks that changed after a version: when last, and what their changes come to. The latest thousand.';

comment on function work.check_block_count is 'At most 10000 blocks on a page. How many the transaction has put on one is remembered: counting them for each of a list
of operations takes longer than the operations.';

comment on function work.check_block_places is 'Where blocks stand: inside one that takes children, not inside themselves, at most 20 deep. `with_height`: what stands
inside them comes along.';

comment on function work.check_block_tree is 'Refuses a block inside itself, under the lock of the page.';

comment on function work.check_changed_blocks is 'Checks the contents and places of the blocks that a statement changed, of those who write rows themselves.';

comment on function work.check_changed_pages is 'Refuses a change of archived pages by a statement of a client, and one that brings a page back, or puts it, below an
archived one.';

comment on function work.check_column is 'Checks a column that a statement writes: name, type and options. Under the database''s lock, which writers of rows share.
Where the viewer may not lock it, row-level security refuses the statement right after.';

comment on function work.check_column_options is 'Refuses options that a column''s type does not have: `required` for all; `choices` of SELECT, MULTI_SELECT and STATUS;
`databaseId` of RELATION; `model` of ODOO_RECORD. A copied column may name a database that is gone.';

comment on function work.check_column_type is 'Refuses the type FORMULA, and says what to do instead.';

comment on function work.check_comment is 'Keeps a comment what it is: a reply joins the thread it answers. The author alone edits the text; when it is resolved or
edited, and by whom, is noted here and nowhere else.';

comment on function work.check_comment_removal is 'Who began a thread takes nobody else''s words away; an editor does.';

comment on function work.check_content is 'Refuses a content of an operation that is no object, is larger than 262144 bytes, or does not fit the block''s type.';

comment on function work.check_new_blocks is 'Checks the contents, places and number of the blocks that a statement adds, of those who write rows themselves.';

comment on function work.check_new_pages is 'The shape of the tree after a statement of several rows: circles that no row of it closes alone, and pages put below
archived ones.';

comment on function work.check_operations is 'Refuses a list of operations without the version that they are for, and one that is empty or too long.';

comment on function work.check_page_size is 'Refuses changes after which a page has more than 10000 blocks.';

comment on function work.check_page_tree is 'Refuses circles, and trees of more than 50 levels. As the viewer: what the viewer may not see, no refusal tells of.';

comment on function work.check_parent is 'Refuses a place below a parent that takes no children, is inside the block itself, or lies too deep.';

comment on function work.check_reply is 'Refuses a client''s reply to a reply, to a thread that is resolved, and beside the block that the thread stands on. After the
row: an upsert of a reply that is there is no new one.';

comment on function work.check_role is 'Refuses a role that is none of member, editor and admin.';

comment on function work.check_row is 'Brings the cells of a row that a statement writes into their normal form, or refuses them. Shares the lock under which
columns change, so that no row is fitted to columns that are about to be others; where the viewer may not lock the
database, row-level security refuses the statement right after. A copied row may be related to rows that are gone, as any
row is that was related to them before.';

comment on function work.check_template is 'Refuses a template whose content makes no page, of those who write rows themselves.';

comment on function work.check_text is 'Refuses a text that is blank or longer than `longest` characters, and names the argument.';

comment on function work.check_texts is 'Refuses texts that are too long. Its arguments go in pairs: a column and its greatest length in characters. A text that
stays as it was is not asked.';

comment on function work.check_time_zone is 'Refuses a time zone that is no IANA name known to the database.';

comment on function work.check_version is 'Refuses a version that is not the current one, with what changed since; `expected` null checks nothing.';

comment on function work.choice_places is '{"choice": its place in the column, from 0}';

comment on function work.choices_key is 'The key by which a list of choices sorts: the places of its choices, the first first, in three digits each.';

comment on function work.chunks_with is 'At most 1,000 of the chunks of these spaces that match.';

comment on function work.claim_index_batch is 'Leases pages that are due, those that wait longest first; skips what another indexer holds. A page whose indexer died
fifty times, so that nobody could say what was wrong, becomes a dead letter here.';

comment on function work.claims is 'The verified claims of who asks; null where there are none. Not auth.jwt(): a schema auth need not have it.';

comment on function work.clear_cell is 'What is left of a value that has no equal as a whole: of a list, the members that have one. Null where nothing is left.';

comment on function work.columns_at is 'The columns that a database had right after an entry.';

comment on function work.commit_without_waiting is 'Lets the transaction commit without waiting for the disk. What is lost with the server is a page that is indexed again,
so no indexer waits for the disk, and no writer behind it.';

comment on function work.confirm_attachment is 'Confirms that a file was uploaded: says what is to be confirmed, for one who may; whether it arrived, work.note_arrival
says afterwards. Where the key was used for it before, the attachment as it is.';

comment on function work.content_problem is 'What the content of a block of a type has to be; null where it fits.';

comment on function work.convert_cell is 'The value in another type, or with other options; null where there is none that says the same.';

comment on function work.copies_of is '{"id of one of these": "id of its copy"}';

comment on function work.copy_attachments is 'Rows for copies of files, [{"from", "to", "pageId", "blockId", "templateId"}] by ids; answers [{"id", "name", "from",
"to"}] with the paths in the storage that the gateway then copies. SECURITY DEFINER: a viewer announces files and never
says where they lie. For who sees the files and edits the space.';

comment on function work.copy_cells is 'A row''s cells: related rows of a copied database by their copies, and addresses that lead to copies. `columns` are those
of these two kinds.';

comment on function work.copy_id is 'The id of the copy of what has this id; `seed` is one of each copying.';

comment on function work.copy_pages is 'Copies pages with their blocks, databases and links to Odoo. `ids` begins with the root, and has those above before those
below.';

comment on function work.count_chunks is 'How many chunks these spaces have, counted up to one more than are compared one by one.';

comment on function work.create_attachment is 'Announces a file, which the viewer then uploads under storage_path; an editor''s affair.';

comment on function work.create_database is 'Makes a database on a page. `columns`: [{"name", "type", "options"}]; one of texts, called Name, where it is null.';

comment on function work.create_page is 'Makes a page: beside another one, below one, or at the top of a space.';

comment on function work.create_page_from_template is 'Makes a page as work.create_page does, with the template''s blocks on it; the template may be one of another space that
the viewer reads. Answers {"id", "files", "leftOut"}.';

comment on function work.create_space is 'Makes a space. The creator becomes admin; a service names one, or grants later. SECURITY DEFINER: the first member of a
space is admitted by nobody.';

comment on function work.date_key is 'What a cell with a date is when it is compared with another one, {"date", "zone"}: with a day, the day that it lies on
in the zone; with a time, itself, and of a day the time at which it begins in the zone.';

comment on function work.delete_attachment is 'Deletes an attachment, also of an archived page: it is still read. Answers {"page", "paths"}: the caller removes the
files before it commits.';

comment on function work.delete_block is 'Deletes a block with all that stands inside it: {"op": "delete", "blockId"}.';

comment on function work.delete_comment is 'Deletes a comment with what was answered to it, for its author and for editors. Answers the page.';

comment on function work.delete_database_row is 'Deletes a row; answers the database.';

comment on function work.delete_template is 'Deletes a template with the files that it keeps. Answers {"space", "paths"}.';

comment on function work.densest_place is 'Where in a text, sign by sign, most of what is wanted stands within the next 180.';

comment on function work.derive_columns is 'Fills the columns that follow from others: the place of a block, the role as the SDL spells it, the kind of a relation.';

comment on function work.duplicate_page is 'Copies a page, its blocks, its databases and its links to Odoo, after the original; with `subtree` also the pages below
that are not archived. Comments stay with the original. Answers {"id", "files", "leftOut"}.';

comment on function work.edit_comment is 'Changes the text of a comment: the author''s own affair.';

comment on function work.empty_content is 'The content of a block for which none was given: an empty text, an empty table.';

comment on function work.end_once is 'Keeps what a mutation answered under the key that it has begun with.';

comment on function work.enqueue_index is 'Queues a page for the search index in the transaction that changed it or its blocks: the blocks'' own trigger raises
the page''s version, which this one hears of. SECURITY DEFINER: nobody writes the queue by hand.';

comment on function work.enqueue_space_index is 'Another language, other words: every page of the space is due. SECURITY DEFINER: nobody writes the queue by hand.';

comment on function work.enqueue_stale is 'Queues pages whose chunks are of another model or not there, in the order of their ids, after `after`; what is queued
already stays as it is. How many, and the last page that was looked at: null at the end.';

comment on function work.exact_scan_limit is 'Up to this many chunks are compared one by one. Measured with 200,000 chunks: who sees 10,000 of them would have an answer
from the graph in half of the time, but with 0.91 of what is nearest where the question is about what only others write.';

comment on function work.excerpt is 'The part of a text that answers a query best, marked; its beginning where nothing of it does.';

comment on function work.excerpt_for is 'What of a text answers a question, marked; its beginning where nothing of it does. Words are the text search''s to mark;
runs of signs are marked here, because in its eyes they are words of their own.';

comment on function work.extend_index_lease is 'Makes a worker''s leases last longer: for an embedder that takes its time.';

comment on function work.fail_index is 'Gives a page back: to be tried again after twice as long each time, up to ten minutes, and after `max_attempts` not at
all. Without an error it counts for no attempt, and is due again in a moment. Whether it is a dead letter now.';

comment on function work.files_to_copy is 'Ids of the files of pages that are copied: at most two hundred, the oldest first, of those that have arrived.';

comment on function work.fill_content is 'Gives a block for which no content was given an empty one, of those who write rows themselves.';

comment on function work.fill_from_template is 'Fills a new page with what a template holds; answers the copies of files to make, and what was left out.';

comment on function work.fill_rank is 'Gives a row for which no rank was given one at the end of its list.';

comment on function work.find_column is 'The column, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.';

comment on function work.find_comment is 'The comment, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.';

comment on function work.find_database is 'The database, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.';

comment on function work.find_entry is 'The entry after which the page was as it is to be again: by the entry''s own id, or the last one of a version. Rows and
columns leave the version as it is, so that none of the present one says when.';

comment on function work.find_open_page is 'The page, for a member who comments on it: one that is archived takes no more comments.';

comment on function work.find_page is 'The page, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.';

comment on function work.find_permission is 'A member''s permission in a space, or a refusal.';

comment on function work.find_place is 'Where an operation puts a block: `afterId` or `beforeId` of a sibling, else `at` FIRST or LAST inside `parentId`.';

comment on function work.find_row is 'The row, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.';

comment on function work.find_space is 'The space, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.';

comment on function work.fit_row is 'The cells in their normal form, or a refusal that names the column. `argument` is where the client gave them.';

comment on function work.follow_address is 'An address with the ids of copies in it, each written as the original''s was.';

comment on function work.follow_copies is 'A block''s content, or a column''s options, with what is copied named by its copy. Words stay as they were written.';

comment on function work.free_rank is 'A rank just after or just before an anchor; null where it needs a rebalance. Without an anchor, "before" is before the
end of the list, and "after" is after its beginning. The block that is moved does not count as a sibling of itself.';

comment on function work.grant_permission is 'Makes somebody a member of a space: an admin''s affair.';

comment on function work.has_embeddings is 'Whether vectors are kept: a Postgres without pgvector has the keyword half alone, and nothing is embedded for it.';

comment on function work.has_hidden_changes is 'Whether something changed after an entry that the viewer may not see. SECURITY DEFINER: of pages that the viewer sees.';

comment on function work.has_iterative_scan is 'Whether pgvector walks its graph on until enough rows are visible: from its version 0.8 on.';

comment on function work.has_signs is 'Whether there are any: Chinese characters, kana, hangul. By their numbers, because classes of signs depend on the locale.';

comment on function work.holds_text is 'Kinds whose content has a `text`, and so can be split and merged.';

comment on function work.id_pattern is 'A uuid in a text, with its hyphens or without.';

comment on function work.images_since is 'What each thing that changed after an entry was right after it; null of what was not there yet.';

comment on function work.index_progress is 'How far the index is: pages that wait and are dead letters, and pages whose chunks are of another model or not there.';

comment on function work.indexer_setting is 'What the tick that wakes the indexer is to know: from the secrets tripoint_indexer_url and tripoint_indexer_token of
Supabase Vault, or else the settings tripoint.indexer_url and tripoint.indexer_token of the database. pg_cron asks every ten
seconds whether a page waits, and pg_net then calls the door of `tripoint indexer` (INDEXER_PORT), so that an indexer on a
host which sleeps when nothing calls is woken; without a URL nothing is called.';

comment on function work.insert_block is 'Inserts a block: {"op": "insert", "id"?, "type", "content", place}.';

comment on function work.insert_database_rows is 'Adds rows to a database. `rows`: a list of objects of column name → value; they stand after the last one, in their order.';

comment on function work.is_address is 'Whether a value is an address; `schemes` is a pattern for its beginning.';

comment on function work.is_cell_operator is 'Whether an operator is one of a type''s.';

comment on function work.is_copying is 'Whether a copy is being made, which may name what is gone as the original does.';

comment on function work.is_embedded is 'Whether the vector of a text, by its hash, is stored for a model.';

comment on function work.is_id is 'Whether a value is an id, in either case: whoever compares ids of a content reads them in either one.';

comment on function work.is_mark is 'Whether a value is one mark of a rich text; `units`: how many code units the text has.';

comment on function work.is_rank is 'Whether a text is a key as work.rank_between makes them.';

comment on function work.is_rebalancing is 'Whether work.rank_… functions are writing keys anew, by the setting that they hold meanwhile: nobody moved anything.';

comment on function work.is_rich_text is 'Whether a content is a rich text: {"text", "marks"?}, and what else its type has.';

comment on function work.is_set is 'Whether a value is a list without repetition, of at most `most` members.';

comment on function work.is_short_text is 'Whether a value is a text of at most `longest` code units.';

comment on function work.is_stale is 'Whether a page has no chunk, or one whose vector is of another model.';

comment on function work.is_table is 'Whether a content is a table: {"rows", "header"?}, of at most 500 rows that are as long as one another.';

comment on function work.is_table_row is 'Whether a value is the row of a table: at most 50 cells, each a short text or a rich one.';

comment on function work.is_user is 'Whether a user asks, on whom membership decides; else a service or the owner. Never current_user: inside a function
that is SECURITY DEFINER that is the owner.';

comment on function work.is_uuid is 'Whether a value is a uuid in its canonical form.';

comment on function work.join_text is 'The first content with the second''s text after its own. Marks that meet at the seam become one, as before a split.';

comment on function work.keep_an_admin is 'Refuses to leave a space without an admin: under the lock of the space''s row, so that of two admins who leave at once the
second one is seen. SECURITY DEFINER: who has just left sees no row any more.';

comment on function work.keep_archiving is 'Notes when something was archived, by the database''s clock. What a page was archived with, work.settle_archived_pages says.';

comment on function work.keep_changes is 'Keeps changes in the history of their pages. The arrays go side by side; `seen_in` is the space in which what was before
could be seen, where it is not the page''s.';

comment on function work.keep_notes is 'Keeps silently what the database notes of its own accord, since it changes while a client holds the row.';

comment on function work.keep_origin is 'Makes what comes back as old as it was, and lets a row''s version go on from where it was. SECURITY DEFINER: no viewer
writes these columns; nor can one set what the triggers look at.';

comment on function work.keep_resolving is 'Keeps the time at which a thread was resolved, which another time does not replace.';

comment on function work.keyed_cells is 'Cells under the id of their database, so that the index is asked for one database alone.';

comment on function work.left_out is 'One thing that a copy does not have, and why.';

comment on function work.left_out_of is 'What stands on pages and a copy of them does not have, and why.';

comment on function work.left_out_of_template is 'Databases and files that a template''s blocks show and the page has no copies of: its blocks name the originals.';

comment on function work.lexeme_query is 'The query of one lexeme, whatever characters it has.';

comment on function work.link_odoo_record is 'Links a page to a record of Odoo.';

comment on function work.lock_comment is 'The comment under its row''s lock, for one who may change it. `own` only for its author; else for the editors too.';

comment on function work.lock_database is 'For one who may edit it, on a page and in a space that are in use. `archived` says what it has to be; who writes
rows alone shares the lock.';

comment on function work.lock_page is 'The page under its row''s lock, for one who may edit it, in a space that is open. `archived` says what it has to be.';

comment on function work.lock_row is 'The row under its lock, for one who may edit it.';

comment on function work.lock_space is 'The space under its row''s lock, for one of its admins.';

comment on function work.lock_template is 'The template under its row''s lock, for an editor.';

comment on function work.lock_tree is 'The lock under which a space''s page tree changes its shape; of several spaces always in the same order.';

comment on function work.mark_beginnings is 'Words of a title that begin as one that was typed, and signs wherever they stand, marked.';

comment on function work.marked_html is 'In what is marked, matches stand between chr(1) and chr(2), and chr(3) and chr(4) stand for < and >, which the parser of
text search would take for tags. As HTML: escaped, and <mark> is the only element.';

comment on function work.marked_text is 'What is marked, as plain text without its marks.';

comment on function work.matching_chunks is 'The chunks that match a question best, each with how well; in the language of each space. Where too few match all of what
is asked for, those that match some of it are found too; not where the question excludes a word or quotes a phrase.

How well: for each word how rare it is among the chunks that the viewer sees, and how often and where it stands. Nobody
else''s chunks are counted.

SECURITY DEFINER, so that it goes by the index of words; it looks only into spaces that the viewer reads.';

comment on function work.max_rank_length is 'How long a key may become before its list is written anew: some two hundred and fifty insertions into the same gap.';

comment on function work.merge_block is 'Merges a block into another, {"op": "merge", "blockId", "intoId"?}: the text goes to the end of another block, or of the
sibling before, and what stands inside it to the end of what stands inside that one; what was said about the block and the
files on it go along.';

comment on function work.merge_entries is 'Makes one entry of several. `keepers`: of each entry of a group the one that the group becomes, its last. Of each thing
the first `before` stays.';

comment on function work.merge_target is 'The block that another one is merged into: the one that the operation names, or the sibling before.';

comment on function work.merged_operation is 'What two changes of one thing within a transaction come to.';

comment on function work.migrate_cells is 'Brings the rows to what became of a column, or refuses the change. The setting work.on_unconvertible says what becomes of
values that have no equal in the new type.';

comment on function work.missing_row is 'The first of the ids that is no row of the database, to the viewer; null where each is.';

comment on function work.move_block is 'Moves a block with all that stands inside it: {"op": "move", "blockId", place}.';

comment on function work.move_page is 'Moves a page with all below it and on it; into another space the mover is editor of both.';

comment on function work.my_admin_space_ids is 'The spaces of which the user that asks is admin, archived ones too: who else is to restore them? SECURITY DEFINER, as
work.my_space_ids.';

comment on function work.my_editable_space_ids is 'The open spaces of which the user that asks is editor or admin. SECURITY DEFINER, as work.my_space_ids.';

comment on function work.my_open_space_ids is 'The open spaces of which the user that asks is a member. SECURITY DEFINER, as work.my_space_ids.';

comment on function work.my_space_ids is 'The spaces of which the user that asks is a member. SECURITY DEFINER: a policy that read work.permissions itself would run
into the policy of that table.';

comment on function work.named_block is 'The block of this page that an operation names. A block that is hidden, elsewhere or nowhere reads the same.';

comment on function work.named_ids is 'The uuids that a content names, in whatever field.';

comment on function work.nearest_chunks is 'The chunks nearest to a vector, nearest first, as many as were asked for wherever there are as many. Those of another
model are not compared. Where the viewer sees many, the graph is walked on until enough of what it finds is visible
(hnsw.iterative_scan), and of more than are asked for the nearest are taken; where it ends before, all are compared.

Dynamic, because a Postgres without pgvector has neither the column nor the operator, and because a plan for these very
spaces knows how many chunks they have.';

comment on function work.net_changes is 'What a list of operations came to: ids of the blocks that it left changed, and of those that it took away. What was
inserted and deleted again was never there.';

comment on function work.new_block_id is 'The stored id of the block that a client names so: that of a block which this page had and has no more is its own
name, so that an undo brings back the very block. Any other one is a name on this page, see work.block_id.';

comment on function work.normal_cell is 'The one form in which a value of a type is kept; null for no value, which an empty text and an empty list are too.';

comment on function work.note_activity is 'Wakes who looks at a page when something changes on it that is no part of its version. SECURITY DEFINER: a member who
comments may not write the page.';

comment on function work.note_arrival is 'Says that the file has arrived: for the service alone, in the transaction in which the viewer asked to confirm it, and
after the storage was asked. The claims are the viewer''s still, and so is the key.';

comment on function work.note_block_changes is 'Notes which blocks changed at which version of their page. SECURITY DEFINER: no viewer writes versions or their notes.';

comment on function work.note_block_places is 'Notes blocks that were moved. SECURITY DEFINER: no viewer writes the notes. By name after note_insert and note_update,
which make them.';

comment on function work.note_changed_blocks is 'Notes that blocks changed at the version that their page has now; page_ids and block_ids go side by side.';

comment on function work.note_column_change is 'Raises the version of a database whose columns change. SECURITY DEFINER: no viewer writes versions.';

comment on function work.note_former_block is 'Keeps the name of the block that a comment stood at, where the block itself is gone: what an editor takes off a block
that is there is to stay off it.';

comment on function work.note_removed_files is 'Notes files whose attachment or template is gone, so that they are removed from the storage. SECURITY DEFINER: nobody
writes the list by hand.';

comment on function work.notify_members is 'Wakes those who follow a space when somebody is no longer a member, by `space:` without a page: each looks whether it may
still.';

comment on function work.notify_page is 'Wakes those who follow a page or its space, by `space:page`: a wake-up, no message.';

comment on function work.odoo_column is 'The column of a page that keeps the id of an Odoo record, for display.';

comment on function work.open_entry is 'The page''s entry of this transaction, under the lock of the page''s row; null of a page that is gone.';

comment on function work.page_image is 'What a page was, for the history, in the names of the API.';

comment on function work.page_rank is 'The key between a page''s new neighbours, under the tree''s lock: last in the list where no neighbour is given.';

comment on function work.page_siblings is 'The keys of a list of pages in order: those below a page, or at the top of a space; `but` is left out.';

comment on function work.page_subtree is 'The ids of a page and of all below it, those above before those below; archived ones, and what is below them, only
where asked for.';

comment on function work.page_tree is 'The pages of a space in the order in which a tree shows them, down to `depth` levels; archived pages only where asked
for. At most `most` rows.';

comment on function work.part_image is 'What a row or a column was, for the history, in the names of the API.';

comment on function work.pending_pages is 'How many pages of the viewer''s spaces wait for the indexer, dead letters not counted, and for how long the first of them.
SECURITY DEFINER: no user reads the queue.';

comment on function work.plain_dashes is 'A question in which a dash excludes a word only where it is meant so: `quarter -form` does. In a question (`What does the
-q flag do?`), before one or two letters (`rm -rf`), a number or another dash (`--force`) a dash is a part of what is asked
for.';

comment on function work.present_cells is 'The cells without columns that are not there, and without relations to rows that are not there.';

comment on function work.put_block is 'Puts a block on a page, under the name that the client gave, else under an id of its own.';

comment on function work.put_block_back is 'Puts a block from the bin back: into the block that it stood in; last on the page where that one is gone, takes none any
more, or lies too deep.';

comment on function work.put_blocks_back is 'Puts the blocks of a page back as they were after an entry: first at the top, then each into its place, so that no step
stands a block inside itself.';

comment on function work.put_column is 'Adds a column right after the last one of a database that is locked.';

comment on function work.put_column_back is 'Puts a column from the bin back, with the values of the rows that are there; required again where each of them has one.';

comment on function work.put_columns_back is 'Puts columns back as they were after an entry, but not required yet. Values that the type of then does not know are
cleared: the rows come next.';

comment on function work.put_databases is 'Databases of a snapshot, on `page_id`, or on the copy of the page that each was on. The setting work.copying lets
columns and cells name what is gone, as the originals do.';

comment on function work.put_databases_back is 'Puts the databases of a page back as they were after an entry, with their columns and rows.';

comment on function work.put_row_back is 'Puts a row from the bin back: each value in the column that it was in, whatever that is called by now, where it still
fits there.';

comment on function work.put_rows_back is 'Puts the rows of a page''s databases back as they were after an entry.';

comment on function work.put_template is 'Makes a template of a page: its title, and its blocks, each with a number, the number of the one that it stands in, and its
rank.';

comment on function work.question_terms is 'The lexemes of a question, each a query of its own; at most 24.';

comment on function work.raise_page_version is 'A page''s version rises by one in each transaction that changes the page or its blocks, whatever a statement sets.';

comment on function work.raise_version is 'One more with every change; not when a row only follows its page or database into another space.';

comment on function work.rank_at is 'The key of the nth in a list that is written anew, from 0: all of one length up to n = 62, then of the next.';

comment on function work.rank_beside is 'A rank beside an anchor; keys the siblings anew where there is none between two of them.';

comment on function work.rank_between is 'A key between two; null for an end means that the list ends there. The answer is null where there is no key between
them (they are equal, or one was not made here): write the list''s keys anew, with work.rank_at, and ask again.';

comment on function work.rank_digits is 'The digits of ranks: keys that sort byte by byte, of which there is always one between two others.

A key is a whole number and a fraction, in digits 0-9A-Za-z. The first letter says how many digits the number has:
`a0` … `az`, `b00` … `bzz`, and downwards `Zz` … `Z0`, `Yzz` …: so a key that is appended stays short, whatever came
before it. A fraction grows by about a digit each five times that something is put into the same gap.';

comment on function work.rank_fraction is 'The shortest fraction between two; null for `upper` means that there is none.';

comment on function work.rank_integer_length is 'How many characters the whole number of a key has; null where the text is no key.';

comment on function work.rank_step is 'The whole number beside one: `step` is 1 or -1. Null at the end of all keys.';

comment on function work.ranks_between is '`count` keys between two, in order; null where there are none.';

comment on function work.read_date is 'A day, or a time in UTC to the second, whose texts sort as the times do; null where the text is neither.';

comment on function work.readable_space_ids is 'The spaces among these, or among all where null, that the viewer''s policies show and that are not archived: all of them to
the service and to the owner''s own session, to others those in which they are members. By the role and not by the claims, which
a role does not bind. In PL/pgSQL, as all that calls it and reads tables: it keeps its plans, and SQL functions are planned
at every call.';

comment on function work.reattach is 'Brings comments and files back to the blocks that they stood at. SECURITY DEFINER: they are other people''s too.';

comment on function work.rebalance_siblings is 'Keys all siblings anew in the order they have, which is no change of theirs.';

comment on function work.refill_template is 'Puts what stands on a page in the place of what a template held.';

comment on function work.refuse is 'A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object.';

comment on function work.refuse_archived is 'Refuses a client''s change of what stands on an archived page. Runs after the triggers that note a change, under whose lock
of the page it looks.';

comment on function work.refuse_archived_row is 'Refuses a client''s change of what is archived; its argument says what that is.';

comment on function work.refuse_content is 'Refuses a content that does not fit the type of its block.';

comment on function work.refuse_kept is 'Refuses the change of a column that is not the client''s; its arguments are those columns. After an insert: a value that
the database would not have made. Not before it: an upsert proposes the whole row, which may be there already.';

comment on function work.refuse_operation is 'A refusal that names the operation''s field at fault, e.g. `operations.3.move.parentId`.';

comment on function work.refuse_overlap is 'Refuses operations made for an older version where they meet what changed since: the block that one of them changes
was changed in any way, or the one it is placed beside or inside was moved or deleted. To merge into "the block
before" takes that nothing on the page has come, gone or moved.';

comment on function work.refuse_rank is 'A key that was not made as work.rank_between makes them has no key beside it: nothing could be put there any more.';

comment on function work.refuse_scalar is 'Refuses a JSON value that is no object or no list, before the constraint does it in words that name a constraint.';

comment on function work.relation_end is 'The space of a page, row or database that an editor relates; hidden and absent are refused in the same words.';

comment on function work.remember_blocks is 'Keeps what blocks were before a change. SECURITY DEFINER: nobody writes history by hand. By name after the triggers that
raise the page''s version.';

comment on function work.remember_database is 'Keeps what a database was before a change. SECURITY DEFINER: nobody writes history by hand.';

comment on function work.remember_page is 'Keeps what a page was before a change. SECURITY DEFINER: nobody writes history by hand.';

comment on function work.remember_parts is 'Rows and columns. A database that is deleted, by a service, takes them with it, and leaves nothing behind. Of a column
whose choices get other names, which ones do: a row that is in the bin by then comes back with them.';

comment on function work.remember_place is 'Keeps the block of a comment or file that loses it or goes with a text that is merged. No more than that is kept: what is
taken back of them is gone.';

comment on function work.remove_database_column is 'Removes a column with its values; answers the database.';

comment on function work.remove_relation is 'Removes a relation: for editors of the space that it is said in, who see the other end too.';

comment on function work.rename_choices is 'The value with other names for its choices; `renamed`: {"old name": "new name"}.';

comment on function work.rename_database is 'Gives a database another title.';

comment on function work.rename_database_choice is 'Gives a choice another name, in its place among the others and in all rows that hold it.';

comment on function work.rename_database_column is 'Gives a column another name, in its rows too.';

comment on function work.rename_space is 'Gives a space another name: an admin''s affair.';

comment on function work.renamed_since is 'A value by the names that the choices of its column have got since an entry.';

comment on function work.reopen_comment is 'Opens a resolved thread again: work.resolve_comment the other way round.';

comment on function work.reply_to_comment is 'Answers the comment that began an open thread, on the page and block that it is about.';

comment on function work.require_role is 'Refuses a viewer whose role in a space is less than wanted, of a space that the viewer sees. `wanted`: member, editor or
admin. An archived space is open to its admins'' own functions alone, which pass `open` as false.';

comment on function work.reserve_embeddings is 'Which texts a worker is to embed. Forgets vectors that were kept for nothing. `wanted`: [{"pageId", "hashes": [hex]}] of pages that it holds. Each hash is
answered once: STORED, of this model and somewhere in the index, RESERVED for this worker to embed, or ELSEWHERE: another
one is at it, ask again soon. Where no vectors are kept all are STORED.';

comment on function work.resolve_comment is 'Resolves a thread or reopens it: one of what the other is not. For who began it, and for editors.';

comment on function work.resolve_place is 'Where a page is to stand: beside a page, else below one, else at the top of a space.';

comment on function work.restore_from_bin is 'Brings back what was deleted, under its own id: a block with what stood inside it, a column with its cells, a row.';

comment on function work.restore_page is 'Restores a page with all that was archived with it.';

comment on function work.restore_page_version is 'The page as it was at a version, or right after an entry: its title and links to Odoo, its blocks, its databases with
their columns and rows. Where it stands, and whether it is archived, stays. Itself a change, which can be undone.';

comment on function work.restore_space is 'Restores an archived space: work.archive_space the other way round.';

comment on function work.restoring is 'What a restoring function is at, as long as it runs: a version, or `bin`; else empty.';

comment on function work.retry_indexing is 'Has dead letters tried again: those of the pages that are named, or all. How many.';

comment on function work.retype_database_column is 'Gives a column another type or other options. Null options keep what the new type has too; choices that are still missing
are those that the rows hold.';

comment on function work.revoke_permission is 'Ends a membership: an admin ends anybody''s, a member leaves. Answers the space.';

comment on function work.role_in is 'The viewer''s role in a space; null for no member; `admin` for a service.';

comment on function work.rows_with is 'The rows of a database that hold these cells; null where they are more than a thousand, which a scan in the order of
the answer meets soon. SECURITY DEFINER: see above. The space of a row is that of its database.';

comment on function work.save_page_as_template is 'Makes a template of a page, with its databases and files. Answers {"id", "files", "leftOut"}.';

comment on function work.schedule_indexer is 'Whether the tick is set: only where both extensions are. Called again once they are enabled, it sets it then.';

comment on function work.search_pages is 'Pages whose titles are like what was typed, for a quick switcher: by the beginnings of words, in any order, and with a
typo in one of them. Best first, at most `most` (1 to 100). `highlighted` is the title as HTML, escaped, with what was
typed in <mark>.';

comment on function work.search_passages is 'The passages that answer a question best, best first, at most `most` (1 to 100): reciprocal rank fusion of the nearest
and of the best matching, of each at least 50. Either half alone where there is no question, or no embedding.

`snippet` is text; `highlighted` is HTML, escaped, with the words of the question in <mark> and no other element.';

comment on function work.search_status is 'How far the index is behind, for these spaces, for all where null: of what the viewer sees alone.
stale_chunks: of another model, never compared, or of pages that wait for the indexer. lag_seconds: for how long the
oldest change waits; 0 where none does.';

comment on function work.search_words is 'The words of a text for a text search that knows spaces alone, where one word follows another as it stands: 月次決算 as 月次 次決 決算 算.
The last sign of a question is left out, unless it is the only one. Half-width kana and full-width letters are made
plain.';

comment on function work.settle_archived_pages is 'A page that is archived takes along all that is open below it, and says that it did; restored, it brings back what it took.
SECURITY DEFINER: no client says what a page was archived with. Nothing of the kind is left to do after work.archive_page.';

comment on function work.sign_pairs is 'A run of signs as its overlapping pairs, which is how such signs are searched for.';

comment on function work.sign_runs is 'Runs of signs, each as a whole.';

comment on function work.similar_titles is 'Pages whose titles are like what was typed; how alike, from 0 to 2: 1 more where the title begins with it. Those that
begin so first, where these are too few by words, and with a typo only where there is nothing else. SECURITY DEFINER, so
that it goes by the indexes; it looks only into spaces that the viewer reads.';

comment on function work.snapshot_cells_problem is 'What is wrong with the columns and rows of one database of a template; null where they can be made.';

comment on function work.snapshot_databases is 'The databases of pages with columns and rows, the smallest first, as long as they have no more rows than that together:
[{"id", "pageId", "title", "isArchived", "columns", "rows"}].';

comment on function work.snapshot_ids is 'Ids of a snapshot''s databases, and of those of its rows that are named.';

comment on function work.snapshot_problem is 'What is wrong with databases as work.snapshot_databases has them; null where they can be made.';

comment on function work.split_block is 'Splits a block, {"op": "split", "blockId", "offset", "id"?}: the text from the offset on becomes a block of its own, of the
same type, just after this one. What stands inside stays with the first part; a check box of the second is not checked.';

comment on function work.split_text is 'The first and the second part of a text, each with its part of the marks; null where the offset splits a character.';

comment on function work.store_chunks is 'Writes the chunks of a page. A chunk that is what it was keeps its row but for the version: neither its words nor its
vector are indexed anew. Dynamic, because the column is not there without pgvector. Raises no_data_found where a vector is
missing in the end.';

comment on function work.takes_children is 'Whether other blocks may stand inside one of a type: text that may fold, indent or frame them.';

comment on function work.takes_choices is 'Whether columns of a type have choices.';

comment on function work.template_blocks is '{"blocks", "attachments"} of a page, with the files by the ids that they have in the template.';

comment on function work.template_files is 'The files that a template keeps. One that was saved before templates kept any names those of the page that it was.';

comment on function work.template_problem is '{"title", "blocks": [{"n", "in", "rank", "type", "content"}]}: what a page is made of; null where it can be.';

comment on function work.template_tree_problem is 'What the blocks of a template would have to be to make a tree of known types; null where they do.';

comment on function work.thin_history is 'Thins what is kept of a page''s history: about 2000 entries and 64 MB, and all of the newest 200. What one person did before
those within ten minutes becomes one entry, the last: what is between is forgotten, and who typed all day has not typed
yesterday away.';

comment on function work.title_lexemes is 'The words of a title, as they are looked for.';

comment on function work.title_scan_limit is 'Up to this many pages are looked at one by one: no slower than the indexes, which know of everybody''s pages.';

comment on function work.title_ways is 'Ways to find titles, the best first, as conditions on work.pages p: the words begin as all that were typed; of up to three
words the same, but one has a typo; of three and more, all but one. One by one that is asked by regular expressions, which
cost least, and how alike a word is only where half of it is there. Else by indexes, and not by that of the spaces,
whatever the planner thinks. Of more than three words all but the last one stand as they were typed: a beginning reads all
that begins so. Words are letters and digits, and need no quotes.';

comment on function work.touch is 'Notes when a row was changed last.';

comment on function work.touched_blocks is 'Blocks that operations change ("own") or place others beside or inside ("place"), before any of them is applied.';

comment on function work.typed_pattern is 'The pattern of a typed word in a title: signs wherever they stand, any other at the beginning of a word, which is behind a
sign too (SAP in 経費SAP連携).';

comment on function work.typed_words is 'What was typed, word by word; of signs each with the one behind it.';

comment on function work.typo_threshold is 'How alike a word is with a typo. Half of two or three letters is no typo, but another word.';

comment on function work.uncommon_terms is 'Without those that more than 2 % of some 300 chunks of these spaces have: they find too much.';

comment on function work.unlink_odoo_record is 'Takes away a page''s link to a record of Odoo.';

comment on function work.update_block is 'Gives a block its type and its whole content anew: {"op": "update", "blockId", "type", "content"}.';

comment on function work.update_database_row is 'Changes cells of a row. What `data` names is set, null takes a value away, and what is absent stays.';

comment on function work.update_page is 'Changes a page''s title and links to Odoo. `changes`: title, odoo_partner_id, odoo_move_id, odoo_project_id; a null takes a
link away, and what is absent stays.';

comment on function work.update_template is 'Changes a template. `changes`: name, description, where a null takes it away; what is absent stays. With a page of the same
space, what stands on that one becomes the content. Answers {"id", "files", "leftOut", "paths"}: the caller copies `files`
and removes what lies under `paths`.';

comment on function work.user_id is 'The user that asks; null where the claims say less than a full one: an anonymous sign-in, a token that a third party''s
application was given, one that is limited to scopes or bound to a key. `is_anonymous` that is no boolean counts as true.';

comment on function work.utf16_characters is 'How many characters take up as many code units; null within a character and past the end.';

comment on function work.utf16_length is 'How many UTF-16 code units a text has, in which the marks of rich text, {"text", "marks": [{"type", "from", "to", "href"}]},
count.';

comment on function work.waiting_pages is 'The pages of the viewer''s spaces that wait for the indexer. SECURITY DEFINER: no user reads the queue.';

comment on function work.walk_the_graph is 'Sets how far the graph of vectors is walked, for the statement to come, and back. So wide a walk, because a graph of texts
falls apart into topics, and a narrow one may end in the topic next to the right one: of 200,000 chunks of 400 topics a
walk of 100 found 0.91 of the ten nearest, one of 600 found 0.99. Without sorts the planner takes the index, whatever it
thinks that the distances of all rows cost: it does not count that each is read from beside the table.';

comment on function work.with_block_ids is 'The operations with stored ids where they name blocks that operations before them in the list make; an operation that
makes a block has its stored id as "storedId", whatever the client wrote there.';

comment on function work.with_text is 'A content with other text and marks; none where there are none.';

comment on function work.without_endings is 'What all is to be there of a question: of Japanese no endings and particles, in which a question is worded otherwise than
what answers it. A phrase stays as it is.';
