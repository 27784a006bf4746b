CREATE TABLE `digest_mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` text NOT NULL,
	`week` text NOT NULL,
	`mail_id` integer NOT NULL,
	`token_hash` text NOT NULL,
	`told` text,
	`cancelled_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mail_id`) REFERENCES `mail`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `digest_mail_mail_id_unique` ON `digest_mail` (`mail_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `digest_mail_token_hash_unique` ON `digest_mail` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `digest_mail_one_a_week` ON `digest_mail` (`account_id`,`week`) WHERE "digest_mail"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX `digest_mail_week` ON `digest_mail` (`week`);--> statement-breakpoint
CREATE TABLE `digest_opt_out` (
	`account_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `digest_round` (
	`week` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	CONSTRAINT "digest_round_state_word" CHECK("digest_round"."state" in ('open', 'done', 'skipped'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `digest_switch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`is_on` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL
) STRICT;
