CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`owner_id` text NOT NULL,
	`ask` text NOT NULL,
	`status` text NOT NULL,
	`done_on` text,
	`remark` text,
	FOREIGN KEY (`owner_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answer_confidence" CHECK("answer"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "answer_since" CHECK("answer"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "answer_status_word" CHECK("answer"."status" in ('done', 'in-progress', 'not-relevant'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_owner_ask` ON `answer` (`owner_id`,`ask`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`owner_id` text NOT NULL,
	`ask` text NOT NULL,
	`contact_id` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_confidence" CHECK("assignment"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "assignment_since" CHECK("assignment"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_owner_ask` ON `assignment` (`owner_id`,`ask`);--> statement-breakpoint
CREATE TABLE `municipal_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`role` text NOT NULL,
	`solution_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`confirmed_on` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "municipal_contact_role_word" CHECK("municipal_contact"."role" in ('programme-leader', 'system-owner', 'infrastructure', 'legal', 'mailbox', 'other')),
	CONSTRAINT "municipal_contact_one_line" CHECK("municipal_contact"."name" || "municipal_contact"."email" || "municipal_contact"."phone" not like '%' || char(10) || '%')
) STRICT;
--> statement-breakpoint
CREATE INDEX `municipal_contact_owner` ON `municipal_contact` (`owner_id`);--> statement-breakpoint
CREATE TABLE `own_note` (
	`owner_id` text NOT NULL,
	`ask` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	PRIMARY KEY(`owner_id`, `ask`),
	FOREIGN KEY (`owner_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `set_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text,
	`slide` integer,
	`identity` text,
	`confidence` text NOT NULL,
	`since` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_on` text,
	`owner_id` text NOT NULL,
	`set_id` text NOT NULL,
	`belongs` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_id`) REFERENCES `municipality_set`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "set_answer_confidence" CHECK("set_answer"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "set_answer_since" CHECK("set_answer"."since" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `set_answer_owner_set` ON `set_answer` (`owner_id`,`set_id`);