CREATE TABLE `mock_answers` (
	`learner_id` text NOT NULL,
	`mock_id` text NOT NULL,
	`part_id` text NOT NULL,
	`answer` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`mock_id`, `part_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mock_id`) REFERENCES `mocks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mock_answers_learner` ON `mock_answers` (`learner_id`);--> statement-breakpoint
CREATE TABLE `mock_code` (
	`learner_id` text NOT NULL,
	`mock_id` text NOT NULL,
	`part_id` text NOT NULL,
	`file` text NOT NULL,
	`source` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`mock_id`, `part_id`, `file`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mock_id`) REFERENCES `mocks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mock_code_learner` ON `mock_code` (`learner_id`);--> statement-breakpoint
CREATE TABLE `mock_reviews` (
	`learner_id` text NOT NULL,
	`mock_id` text NOT NULL,
	`part_id` text NOT NULL,
	`review` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`mock_id`, `part_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mock_id`) REFERENCES `mocks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mock_reviews_learner` ON `mock_reviews` (`learner_id`);--> statement-breakpoint
CREATE TABLE `mock_submissions` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`mock_id` text NOT NULL,
	`part_id` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mock_id`) REFERENCES `mocks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mock_submissions_mock` ON `mock_submissions` (`mock_id`);--> statement-breakpoint
CREATE INDEX `mock_submissions_learner` ON `mock_submissions` (`learner_id`);--> statement-breakpoint
CREATE TABLE `mocks` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`language` text,
	`seed` text NOT NULL,
	`parts` text NOT NULL,
	`rounds` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`ended` text,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "mocks_ended" CHECK(("mocks"."finished_at" is null) = ("mocks"."ended" is null))
);
--> statement-breakpoint
CREATE INDEX `mocks_learner` ON `mocks` (`learner_id`,`started_at`);