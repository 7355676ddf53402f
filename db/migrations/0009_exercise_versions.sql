CREATE TABLE `exercise_versions` (
	`exercise_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`exercise_id`, `content_hash`)
);
--> statement-breakpoint
DROP INDEX `exercise_days_version`;