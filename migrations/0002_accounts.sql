CREATE TABLE `access_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`actor` text NOT NULL,
	`actor_roles` text NOT NULL,
	`actor_municipality_id` text,
	`object_type` text,
	`object_id` text,
	`object_municipality_id` text,
	`detail` text,
	`batch_id` integer,
	`request_id` text,
	`session_ref` text,
	`typed_hash` text,
	`address` text,
	`address_net` text,
	`version` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "access_log_outcome_word" CHECK("access_log"."outcome" in ('ok', 'refused', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `access_log_at` ON `access_log` (`at`);--> statement-breakpoint
CREATE INDEX `access_log_event` ON `access_log` (`event`,`at`);--> statement-breakpoint
CREATE INDEX `access_log_actor` ON `access_log` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `access_log_address` ON `access_log` (`address`,`at`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`municipality_id` text,
	`solution_ids` text NOT NULL,
	`password_hash` text,
	`created_at` text NOT NULL,
	`disabled_at` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_email_lower" CHECK("account"."email" = lower("account"."email")),
	CONSTRAINT "account_roles_json" CHECK(json_valid("account"."roles")),
	CONSTRAINT "account_solutions_json" CHECK(json_valid("account"."solution_ids"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_email_unique` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `external_identity` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `form_done` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`location` text NOT NULL,
	`done_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_done_at` ON `form_done` (`done_at`);--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`account_id` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_time_link_purpose_word" CHECK("one_time_link"."purpose" in ('first-admin', 'invitation', 'reset'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `one_time_link_account` ON `one_time_link` (`account_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`account_id` text NOT NULL,
	`method` text NOT NULL,
	`device` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`seeing_as` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seeing_as`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_method_word" CHECK("session"."method" in ('password', 'oidc'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_ref_unique` ON `session` (`ref`);--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account_id`);--> statement-breakpoint
ALTER TABLE `batch` ADD `actor_municipality_id` text;--> statement-breakpoint
ALTER TABLE `batch` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `batch` ADD `undoes_batch_id` integer REFERENCES batch(id);--> statement-breakpoint
ALTER TABLE `batch` ADD `previous_hash` text;--> statement-breakpoint
ALTER TABLE `batch` ADD `hash` text;