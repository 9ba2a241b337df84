CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`address` text NOT NULL,
	`address_folded` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_received_once` ON `mails` (`ticket_id`,`address_folded`) WHERE kind = 'received';--> statement-breakpoint
CREATE UNIQUE INDEX `mails_answered_waits_once` ON `mails` (`ticket_id`) WHERE kind = 'answered' AND state = 'waiting';--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`due_at`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `mails_to_address` ON `mails` (`address_folded`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_of_visitor` ON `mails` (`visitor_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_settled` ON `mails` (`created_at`) WHERE state <> 'waiting';--> statement-breakpoint
CREATE TABLE `ticket_links` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`address_folded` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_links_token_hash_unique` ON `ticket_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `ticket_links_of_conversation` ON `ticket_links` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `ticket_links_expiry` ON `ticket_links` (`expires_at`);--> statement-breakpoint
ALTER TABLE `conversations` ADD `address` text DEFAULT '' NOT NULL;