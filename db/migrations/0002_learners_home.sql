CREATE TABLE `check_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`learner_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`check_id` text NOT NULL,
	`correct` integer NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `check_answers_learner` ON `check_answers` (`learner_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `email_changes` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_changes_user_id_unique` ON `email_changes` (`user_id`);--> statement-breakpoint
CREATE TABLE `exercise_days` (
	`day` integer NOT NULL,
	`exercise_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`passes` integer DEFAULT 0 NOT NULL,
	`first_tries` integer DEFAULT 0 NOT NULL,
	`first_try_passes` integer DEFAULT 0 NOT NULL,
	`unavailable` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `exercise_id`, `content_hash`)
);
--> statement-breakpoint
CREATE TABLE `former_guests` (
	`guest_id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`merged_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `former_guests_learner` ON `former_guests` (`learner_id`);--> statement-breakpoint
CREATE TABLE `goals` (
	`learner_id` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`days` integer NOT NULL,
	`minutes_per_day` integer NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "goals_days" CHECK("goals"."days" between 1 and 730),
	CONSTRAINT "goals_minutes" CHECK("goals"."minutes_per_day" between 10 and 720)
);
--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `password_resets` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `password_resets_user` ON `password_resets` (`user_id`);--> statement-breakpoint
CREATE TABLE `placements` (
	`learner_id` text PRIMARY KEY NOT NULL,
	`seed` text NOT NULL,
	`answers` text NOT NULL,
	`chosen_level` text,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`item_kind` text NOT NULL,
	`item_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`version` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`files` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reports_learner` ON `reports` (`learner_id`);--> statement-breakpoint
CREATE INDEX `reports_newest` ON `reports` (`done_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `review_cards` (
	`learner_id` text NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`scheduled_days` integer NOT NULL,
	`reps` integer NOT NULL,
	`lapses` integer NOT NULL,
	`last_review_at` integer,
	`failing` integer NOT NULL,
	`suspended_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `kind`, `item_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_cards_due` ON `review_cards` (`learner_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `test_failures` (
	`exercise_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`test_name` text NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`exercise_id`, `content_hash`, `test_name`)
);
--> statement-breakpoint
ALTER TABLE `checks` ADD `first_correct` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `checks` ADD `client_key` text;--> statement-breakpoint
ALTER TABLE `draft_versions` ADD `submission_id` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `versioned_at` integer;--> statement-breakpoint
ALTER TABLE `progress` ADD `failures_before_pass` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `progress` ADD `imported_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `link_provider` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `link_until` integer;--> statement-breakpoint
ALTER TABLE `submissions` ADD `client_key` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `imported_at` integer;--> statement-breakpoint
CREATE INDEX `submissions_learner_newest` ON `submissions` (`learner_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_day` ON `submissions` (`created_at`,`learner_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_client_key` ON `submissions` (`learner_id`,`client_key`);--> statement-breakpoint
ALTER TABLE `users` ADD `role` text DEFAULT 'learner' NOT NULL;