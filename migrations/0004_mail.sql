CREATE TABLE `mail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text,
	`html` text,
	`unsubscribe_url` text,
	`holds_secret` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`queued_at` text NOT NULL,
	`next_attempt_at` text,
	`useful_until` text,
	`settled_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_state_word" CHECK("mail"."state" in ('queued', 'sending', 'sent', 'refused', 'given-up')),
	CONSTRAINT "mail_one_line" CHECK("mail"."subject" || "mail"."address" not like '%' || char(10) || '%'
        and "mail"."subject" || "mail"."address" not like '%' || char(13) || '%'),
	CONSTRAINT "mail_due" CHECK(("mail"."state" in ('queued', 'sending')) = ("mail"."next_attempt_at" is not null)),
	CONSTRAINT "mail_settled" CHECK(("mail"."state" in ('queued', 'sending')) = ("mail"."settled_at" is null)),
	CONSTRAINT "mail_texts" CHECK(("mail"."settled_at" is not null and "mail"."text" is null and "mail"."html" is null and "mail"."unsubscribe_url" is null)
        or ("mail"."text" is not null and "mail"."html" is not null)),
	CONSTRAINT "mail_secret" CHECK("mail"."settled_at" is null or "mail"."holds_secret" = 0 or "mail"."text" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_message_id_unique` ON `mail` (`message_id`);--> statement-breakpoint
CREATE INDEX `mail_next` ON `mail` (`next_attempt_at`,`id`);--> statement-breakpoint
CREATE INDEX `mail_account` ON `mail` (`account_id`);--> statement-breakpoint
CREATE INDEX `mail_settled_at` ON `mail` (`settled_at`);--> statement-breakpoint
CREATE TABLE `mail_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mail_id` integer NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	`attempt` integer NOT NULL,
	`answer` text,
	FOREIGN KEY (`mail_id`) REFERENCES `mail`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_log_event_word" CHECK("mail_log"."event" in ('queued', 'interrupted', 'put-off', 'sent', 'refused', 'given-up'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_log_mail` ON `mail_log` (`mail_id`);