ALTER TABLE `conversations` ADD `rating` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rating_comment` text DEFAULT '' NOT NULL;