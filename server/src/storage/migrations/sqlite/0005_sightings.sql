CREATE TABLE `site_sightings` (
	`site_id` text NOT NULL,
	`host` text NOT NULL,
	`loaded_at` integer NOT NULL,
	`reached_at` integer NOT NULL,
	`blocked_at` integer NOT NULL,
	`directive` text NOT NULL,
	PRIMARY KEY(`site_id`, `host`)
);
