CREATE TABLE `agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`solution_id` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`solution_raw` text NOT NULL,
	`name` text,
	`aliases` text NOT NULL,
	`sent` text NOT NULL,
	`deadline` text NOT NULL,
	`recipients_raw` text NOT NULL,
	`recipient_roles` text NOT NULL,
	`extra` text NOT NULL,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_confidence" CHECK("agreement"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "agreement_since" CHECK("agreement"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "agreement_aliases_json" CHECK("agreement"."aliases" is null or json_valid("agreement"."aliases")),
	CONSTRAINT "agreement_sent_json" CHECK("agreement"."sent" is null or json_valid("agreement"."sent")),
	CONSTRAINT "agreement_deadline_json" CHECK("agreement"."deadline" is null or json_valid("agreement"."deadline")),
	CONSTRAINT "agreement_recipient_roles_json" CHECK("agreement"."recipient_roles" is null or json_valid("agreement"."recipient_roles")),
	CONSTRAINT "agreement_extra_json" CHECK("agreement"."extra" is null or json_valid("agreement"."extra")),
	CONSTRAINT "agreement_type_word" CHECK("agreement"."type" in ('tilslutningsaftale', 'databehandleraftale', 'dataudvekslingsaftale', 'anden'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `agreement_detail` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`agreement_id` text NOT NULL,
	`name` text NOT NULL,
	`deadline` text,
	`signed_stated` integer,
	`areas` text NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_detail_confidence" CHECK("agreement_detail"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "agreement_detail_since" CHECK("agreement_detail"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "agreement_detail_deadline_json" CHECK("agreement_detail"."deadline" is null or json_valid("agreement_detail"."deadline")),
	CONSTRAINT "agreement_detail_areas_json" CHECK("agreement_detail"."areas" is null or json_valid("agreement_detail"."areas"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `signature` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`agreement_id` text NOT NULL,
	`municipality_id` text NOT NULL,
	`status` text NOT NULL,
	`signed_on` text,
	`counted_on` text,
	`note` text,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signature_confidence" CHECK("signature"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "signature_since" CHECK("signature"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "signature_status_word" CHECK("signature"."status" in ('signed', 'missing', 'in-progress', 'claimed', 'not-relevant'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `signature_municipality` ON `signature` (`municipality_id`);--> statement-breakpoint
CREATE INDEX `signature_agreement` ON `signature` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `signature_count` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`agreement_id` text NOT NULL,
	`counted_on` text NOT NULL,
	`listed` text NOT NULL,
	`stated_count` integer,
	`listed_count` integer NOT NULL,
	`signed` integer NOT NULL,
	`missing` integer NOT NULL,
	`inferred` text,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signature_count_confidence" CHECK("signature_count"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "signature_count_since" CHECK("signature_count"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "signature_count_listed_word" CHECK("signature_count"."listed" in ('missing', 'signed', 'both'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `election_figure` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`value` real,
	`unit` text NOT NULL,
	`as_of` text,
	`unassigned` text NOT NULL,
	CONSTRAINT "election_figure_confidence" CHECK("election_figure"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "election_figure_since" CHECK("election_figure"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "election_figure_as_of_json" CHECK("election_figure"."as_of" is null or json_valid("election_figure"."as_of")),
	CONSTRAINT "election_figure_unassigned_json" CHECK("election_figure"."unassigned" is null or json_valid("election_figure"."unassigned"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `election_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`date` text NOT NULL,
	CONSTRAINT "election_step_confidence" CHECK("election_step"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "election_step_since" CHECK("election_step"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "election_step_details_json" CHECK("election_step"."details" is null or json_valid("election_step"."details")),
	CONSTRAINT "election_step_date_json" CHECK("election_step"."date" is null or json_valid("election_step"."date"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `application_field` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`optional` integer NOT NULL,
	CONSTRAINT "application_field_confidence" CHECK("application_field"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "application_field_since" CHECK("application_field"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `council` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`chair` text,
	CONSTRAINT "council_confidence" CHECK("council"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "council_since" CHECK("council"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `flow_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`level` text,
	`title` text NOT NULL,
	CONSTRAINT "flow_step_confidence" CHECK("flow_step"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "flow_step_since" CHECK("flow_step"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `process_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`date` text NOT NULL,
	CONSTRAINT "process_step_confidence" CHECK("process_step"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "process_step_since" CHECK("process_step"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "process_step_details_json" CHECK("process_step"."details" is null or json_valid("process_step"."details")),
	CONSTRAINT "process_step_date_json" CHECK("process_step"."date" is null or json_valid("process_step"."date"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`council_id` text NOT NULL,
	`title` text NOT NULL,
	`count` integer,
	`minimum` integer NOT NULL,
	`optional` integer NOT NULL,
	`appointed` text NOT NULL,
	`municipality_id` text,
	FOREIGN KEY (`council_id`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seat_confidence" CHECK("seat"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "seat_since" CHECK("seat"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "seat_appointed_json" CHECK("seat"."appointed" is null or json_valid("seat"."appointed"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `seat_criterion` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	CONSTRAINT "seat_criterion_confidence" CHECK("seat_criterion"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "seat_criterion_since" CHECK("seat_criterion"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `wheel_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`activity` text NOT NULL,
	`level` text,
	`from_month` integer,
	`to_month` integer,
	`draft` integer NOT NULL,
	CONSTRAINT "wheel_entry_confidence" CHECK("wheel_entry"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "wheel_entry_since" CHECK("wheel_entry"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`actor_role` text NOT NULL,
	`title` text NOT NULL,
	`reason` text,
	`meeting_id` text,
	`material_hash` text,
	`recorded_at` text NOT NULL,
	CONSTRAINT "batch_kind_word" CHECK("batch"."kind" in ('seed', 'review', 'import', 'edit', 'paste', 'file', 'undo'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `entry` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`entity` text NOT NULL,
	`object_id` text NOT NULL,
	`field` text,
	`old_value` text,
	`new_value` text NOT NULL,
	`effective_on` text NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`reason` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `entry_object` ON `entry` (`entity`,`object_id`);--> statement-breakpoint
CREATE INDEX `entry_effective` ON `entry` (`effective_on`);--> statement-breakpoint
CREATE INDEX `entry_slide` ON `entry` (`meeting_id`,`slide`);--> statement-breakpoint
CREATE INDEX `entry_batch` ON `entry` (`batch_id`);--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`material_hash` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL,
	`decided_at` text,
	`decision` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_material_hash_unique` ON `proposal` (`material_hash`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`solution_id` text NOT NULL,
	`title` text NOT NULL,
	`working_title` integer NOT NULL,
	`project_raw` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`applies_to_id` text,
	`extra` text NOT NULL,
	`wording` text,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`applies_to_id`) REFERENCES `municipality_set`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_confidence" CHECK("task"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "task_since" CHECK("task"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "task_start_json" CHECK("task"."start" is null or json_valid("task"."start")),
	CONSTRAINT "task_end_json" CHECK("task"."end" is null or json_valid("task"."end")),
	CONSTRAINT "task_extra_json" CHECK("task"."extra" is null or json_valid("task"."extra"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `task_note` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`text` text,
	`wording` text,
	`uncertain` integer NOT NULL,
	`date` text,
	CONSTRAINT "task_note_confidence" CHECK("task_note"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "task_note_since" CHECK("task_note"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "task_note_date_json" CHECK("task_note"."date" is null or json_valid("task_note"."date"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `task_note_target` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`note_id` text NOT NULL,
	`task_id` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `task_note`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_note_target_confidence" CHECK("task_note_target"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "task_note_target_since" CHECK("task_note_target"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `municipality` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`name` text NOT NULL,
	`official_name` text NOT NULL,
	`slug` text NOT NULL,
	`variants` text NOT NULL,
	`region` text NOT NULL,
	`region_from_2027` text NOT NULL,
	`kkr` text NOT NULL,
	`size_class` text NOT NULL,
	`population_approx` integer NOT NULL,
	`population_year` integer NOT NULL,
	`cvr` text NOT NULL,
	`sts_uuid` text NOT NULL,
	CONSTRAINT "municipality_confidence" CHECK("municipality"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "municipality_since" CHECK("municipality"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "municipality_variants_json" CHECK("municipality"."variants" is null or json_valid("municipality"."variants"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `municipality_slug_unique` ON `municipality` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `municipality_cvr_unique` ON `municipality` (`cvr`);--> statement-breakpoint
CREATE TABLE `contract_date` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`solution_id` text NOT NULL,
	`what` text NOT NULL,
	`date` text NOT NULL,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_date_confidence" CHECK("contract_date"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "contract_date_since" CHECK("contract_date"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "contract_date_date_json" CHECK("contract_date"."date" is null or json_valid("contract_date"."date")),
	CONSTRAINT "contract_date_what_word" CHECK("contract_date"."what" in ('expiry-said', 'expiry', 'option'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `event` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`solution_id` text,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`time` text,
	`place` text,
	`audience` text,
	`signup_deadline` text,
	`url` text,
	`announced` text,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_confidence" CHECK("event"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "event_since" CHECK("event"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "event_date_json" CHECK("event"."date" is null or json_valid("event"."date")),
	CONSTRAINT "event_signup_deadline_json" CHECK("event"."signup_deadline" is null or json_valid("event"."signup_deadline")),
	CONSTRAINT "event_announced_json" CHECK("event"."announced" is null or json_valid("event"."announced"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `news_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`solution_id` text,
	`title` text NOT NULL,
	`date` text,
	`wording` text,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "news_item_confidence" CHECK("news_item"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "news_item_since" CHECK("news_item"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "news_item_date_json" CHECK("news_item"."date" is null or json_valid("news_item"."date"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`solution_id` text,
	`text` text,
	`title` text,
	`wording` text,
	`deadline` text,
	`information_only` integer NOT NULL,
	`stated` integer NOT NULL,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_confidence" CHECK("request"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "request_since" CHECK("request"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "request_deadline_json" CHECK("request"."deadline" is null or json_valid("request"."deadline"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sapa_access` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`channel` text,
	`levels` text NOT NULL,
	`purposes_stated` integer,
	`expected` text,
	CONSTRAINT "sapa_access_confidence" CHECK("sapa_access"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sapa_access_since" CHECK("sapa_access"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sapa_access_levels_json" CHECK("sapa_access"."levels" is null or json_valid("sapa_access"."levels")),
	CONSTRAINT "sapa_access_expected_json" CHECK("sapa_access"."expected" is null or json_valid("sapa_access"."expected"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sapa_purpose` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`access_id` text NOT NULL,
	`name` text NOT NULL,
	`fate` text NOT NULL,
	FOREIGN KEY (`access_id`) REFERENCES `sapa_access`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sapa_purpose_confidence" CHECK("sapa_purpose"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sapa_purpose_since" CHECK("sapa_purpose"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sapa_purpose_fate_word" CHECK("sapa_purpose"."fate" in ('lapses', 'stays', 'open'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sapa_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`klik` text NOT NULL,
	CONSTRAINT "sapa_step_confidence" CHECK("sapa_step"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sapa_step_since" CHECK("sapa_step"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `superseding` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`subject` text NOT NULL,
	`before` text NOT NULL,
	`after_raw` text NOT NULL,
	`after` text NOT NULL,
	`exempt` text NOT NULL,
	CONSTRAINT "superseding_confidence" CHECK("superseding"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "superseding_since" CHECK("superseding"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "superseding_before_json" CHECK("superseding"."before" is null or json_valid("superseding"."before")),
	CONSTRAINT "superseding_after_json" CHECK("superseding"."after" is null or json_valid("superseding"."after")),
	CONSTRAINT "superseding_exempt_json" CHECK("superseding"."exempt" is null or json_valid("superseding"."exempt"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `municipality_set` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`name` text NOT NULL,
	`members_known` integer NOT NULL,
	`note` text,
	CONSTRAINT "municipality_set_confidence" CHECK("municipality_set"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "municipality_set_since" CHECK("municipality_set"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `municipality_set_member` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`set_id` text NOT NULL,
	`municipality_id` text NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `municipality_set`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "municipality_set_member_confidence" CHECK("municipality_set_member"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "municipality_set_member_since" CHECK("municipality_set_member"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `solution` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`name` text NOT NULL,
	`full_name` text,
	`kind` text NOT NULL,
	`aliases` text NOT NULL,
	`parent_id` text,
	`summary` text,
	FOREIGN KEY (`parent_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "solution_confidence" CHECK("solution"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "solution_since" CHECK("solution"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "solution_aliases_json" CHECK("solution"."aliases" is null or json_valid("solution"."aliases")),
	CONSTRAINT "solution_kind_word" CHECK("solution"."kind" in ('system', 'theme'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	CONSTRAINT "agenda_item_confidence" CHECK("agenda_item"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "agenda_item_since" CHECK("agenda_item"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`email` text NOT NULL,
	`solution_id` text,
	`slides` text NOT NULL,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_confidence" CHECK("contact"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "contact_since" CHECK("contact"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "contact_roles_json" CHECK("contact"."roles" is null or json_valid("contact"."roles")),
	CONSTRAINT "contact_slides_json" CHECK("contact"."slides" is null or json_valid("contact"."slides"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `link` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`text` text NOT NULL,
	`url` text NOT NULL,
	`solution_id` text,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "link_confidence" CHECK("link"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "link_since" CHECK("link"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`date_basis` text NOT NULL,
	`date_reason` text,
	`next_meeting_on` text,
	`next_meeting_slide` integer,
	`status_areas` text NOT NULL,
	`slides_url` text,
	`recording_url` text,
	CONSTRAINT "meeting_confidence" CHECK("meeting"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "meeting_since" CHECK("meeting"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "meeting_date_json" CHECK("meeting"."date" is null or json_valid("meeting"."date")),
	CONSTRAINT "meeting_status_areas_json" CHECK("meeting"."status_areas" is null or json_valid("meeting"."status_areas")),
	CONSTRAINT "meeting_date_basis_word" CHECK("meeting"."date_basis" in ('printed', 'given', 'inferred', 'unknown'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `remark` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`code` text NOT NULL,
	`words` text NOT NULL,
	`reason` text NOT NULL,
	`entity` text,
	`object_id` text,
	`shown` integer NOT NULL,
	`resolution` text,
	CONSTRAINT "remark_confidence" CHECK("remark"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "remark_since" CHECK("remark"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `same_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`shown` text NOT NULL,
	`folded` text NOT NULL,
	`reason` text NOT NULL,
	CONSTRAINT "same_ask_confidence" CHECK("same_ask"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "same_ask_since" CHECK("same_ask"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `same_ask_folded` ON `same_ask` (`folded`);--> statement-breakpoint
CREATE TABLE `slide` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`title` text NOT NULL,
	`section` text NOT NULL,
	`kind` text NOT NULL,
	`sources` text NOT NULL,
	CONSTRAINT "slide_confidence" CHECK("slide"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "slide_since" CHECK("slide"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "slide_sources_json" CHECK("slide"."sources" is null or json_valid("slide"."sources"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `slide_number` ON `slide` (`meeting_id`,`slide`);--> statement-breakpoint
CREATE TABLE `statement` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`solution_id` text,
	`date` text,
	`text` text,
	`wording` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statement_confidence" CHECK("statement"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "statement_since" CHECK("statement"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "statement_date_json" CHECK("statement"."date" is null or json_valid("statement"."date")),
	CONSTRAINT "statement_kind_word" CHECK("statement"."kind" in ('bullet', 'quote', 'clause', 'note', 'lead'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_chain_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	CONSTRAINT "sts_chain_step_confidence" CHECK("sts_chain_step"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_chain_step_since" CHECK("sts_chain_step"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_component` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`is_sts` integer,
	CONSTRAINT "sts_component_confidence" CHECK("sts_component"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_component_since" CHECK("sts_component"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_goal` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	CONSTRAINT "sts_goal_confidence" CHECK("sts_goal"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_goal_since" CHECK("sts_goal"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_layer` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`layer` text NOT NULL,
	`contract` text,
	CONSTRAINT "sts_layer_confidence" CHECK("sts_layer"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_layer_since" CHECK("sts_layer"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_milestone` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	CONSTRAINT "sts_milestone_confidence" CHECK("sts_milestone"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_milestone_since" CHECK("sts_milestone"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sts_milestone_date_json" CHECK("sts_milestone"."date" is null or json_valid("sts_milestone"."date"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_phase` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	CONSTRAINT "sts_phase_confidence" CHECK("sts_phase"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_phase_since" CHECK("sts_phase"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sts_phase_date_json" CHECK("sts_phase"."date" is null or json_valid("sts_phase"."date"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sts_transition_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`position` integer NOT NULL,
	`step` text NOT NULL,
	`supplier` text,
	`label` text,
	`cells` text NOT NULL,
	CONSTRAINT "sts_transition_step_confidence" CHECK("sts_transition_step"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "sts_transition_step_since" CHECK("sts_transition_step"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sts_transition_step_cells_json" CHECK("sts_transition_step"."cells" is null or json_valid("sts_transition_step"."cells"))
) STRICT;
