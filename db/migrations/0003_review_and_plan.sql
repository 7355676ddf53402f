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
ALTER TABLE `checks` ADD `first_correct` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `progress` ADD `failures_before_pass` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `submissions_learner_newest` ON `submissions` (`learner_id`,`created_at`,`id`);