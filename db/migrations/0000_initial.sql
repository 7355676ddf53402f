CREATE TABLE `accounts` (
	`provider` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `provider_account_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `checks` (
	`learner_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`check_id` text NOT NULL,
	`correct` integer NOT NULL,
	`attempts` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `lesson_id`, `check_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `draft_versions` (
	`learner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`file` text NOT NULL,
	`revision` integer NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `exercise_id`, `file`, `revision`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`learner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`file` text NOT NULL,
	`source` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `exercise_id`, `file`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `learners` (
	`id` text PRIMARY KEY NOT NULL,
	`guest_token_hash` text,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "learners_guest_or_user" CHECK(("learners"."guest_token_hash" is null) <> ("learners"."user_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `learners_guest_token_hash_unique` ON `learners` (`guest_token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `learners_user_id_unique` ON `learners` (`user_id`);--> statement-breakpoint
CREATE TABLE `lesson_progress` (
	`learner_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`done_at` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `lesson_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `progress` (
	`learner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`status` text NOT NULL,
	`passed_at` integer,
	`passed_content_hash` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`hints_used` integer DEFAULT 0 NOT NULL,
	`solution_seen` integer DEFAULT false NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `exercise_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "progress_passed_at" CHECK(("progress"."status" = 'passed') = ("progress"."passed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE `reveals` (
	`learner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`before_pass` integer NOT NULL,
	`shown_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `exercise_id`, `kind`, `number`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`files` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`verdict` text,
	`verdict_status` text,
	`passed_tests` integer,
	`total_tests` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "submissions_closed_with_verdict" CHECK(("submissions"."closed_at" is null) = ("submissions"."verdict" is null))
);
--> statement-breakpoint
CREATE INDEX `submissions_learner_exercise` ON `submissions` (`learner_id`,`exercise_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `submissions_open` ON `submissions` (`created_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`password_hash` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "users_email_lower_case" CHECK("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `visits` (
	`learner_id` text NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`visited_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `kind`, `item_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visits_newest` ON `visits` (`learner_id`,`visited_at`);