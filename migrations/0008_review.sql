CREATE TABLE `proposal_decision` (
	`proposal_id` integer NOT NULL,
	`item_key` text NOT NULL,
	`decision` text NOT NULL,
	`corrections` text,
	`about` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `item_key`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proposal_decision_decision_word" CHECK("proposal_decision"."decision" in ('accept', 'reject', 'correct'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `slide_words` (
	`meeting_id` text NOT NULL,
	`slide` integer NOT NULL,
	`proposal_id` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `slide`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `proposal` ADD `state` text DEFAULT 'ready' NOT NULL;--> statement-breakpoint
ALTER TABLE `proposal` ADD `refusal` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `meeting_day` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `created_by` text REFERENCES account(id);--> statement-breakpoint
ALTER TABLE `proposal` ADD `comparison` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `proposal` ADD `reading` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `proposal` ADD `batch_id` integer;