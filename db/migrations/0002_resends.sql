CREATE TABLE `former_guests` (
	`guest_id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`merged_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `former_guests_learner` ON `former_guests` (`learner_id`);--> statement-breakpoint
ALTER TABLE `checks` ADD `client_key` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `client_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_client_key` ON `submissions` (`learner_id`,`client_key`);