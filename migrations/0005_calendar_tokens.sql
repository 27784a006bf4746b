CREATE TABLE `calendar_token` (
	`ref` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`municipality_id` text,
	`solution_id` text,
	`created_at` text NOT NULL,
	`used_on` text,
	`revoked_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`) REFERENCES `municipality`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solution_id`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_token_scope" CHECK(("calendar_token"."municipality_id" is null) <> ("calendar_token"."solution_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_token_token_hash_unique` ON `calendar_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_token_account` ON `calendar_token` (`account_id`);