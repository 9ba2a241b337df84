CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`locale` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`phrasings` text NOT NULL,
	`category` text NOT NULL,
	`audience` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`edition` text NOT NULL,
	`has_changes` integer NOT NULL,
	`revision` integer NOT NULL,
	`views` integer NOT NULL,
	`helpful_yes` integer NOT NULL,
	`helpful_no` integer NOT NULL,
	`updated_by` text NOT NULL,
	`published_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_published_is_written" CHECK(state <> 'published' OR edition <> '{}')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug` ON `articles` (`site_id`,`slug`,`locale`);--> statement-breakpoint
CREATE INDEX `articles_by_update` ON `articles` (`site_id`,`locale`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_state` ON `articles` (`site_id`,`locale`,`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_revision` ON `articles` (`revision`) WHERE revision > 0;--> statement-breakpoint
CREATE TABLE `search_misses` (
	`site_id` text NOT NULL,
	`locale` text NOT NULL,
	`text` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `locale`, `text`),
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_misses_by_count` ON `search_misses` (`site_id`,`locale`,`count`,`text`);--> statement-breakpoint
CREATE INDEX `search_misses_by_time` ON `search_misses` (`site_id`,`locale`,`last_at`);