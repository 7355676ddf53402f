CREATE TABLE `active_days` (
	`day` integer PRIMARY KEY NOT NULL,
	`learners` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `submissions_day`;--> statement-breakpoint
DROP INDEX `submissions_learner_exercise`;--> statement-breakpoint
DROP INDEX `submissions_learner_newest`;--> statement-breakpoint
CREATE INDEX `submissions_learner_exercise` ON `submissions` (`learner_id`,`exercise_id`,`created_at`,`id`,`verdict_status`,`passed_tests`,`total_tests`);--> statement-breakpoint
CREATE INDEX `submissions_learner_newest` ON `submissions` (`learner_id`,`created_at`,`id`,`exercise_id`,`verdict_status`,`passed_tests`,`total_tests`,`imported_at`);--> statement-breakpoint
DROP INDEX `mock_submissions_learner`;--> statement-breakpoint
CREATE INDEX `mock_submissions_learner` ON `mock_submissions` (`learner_id`,`submission_id`,`mock_id`,`part_id`);--> statement-breakpoint
DROP INDEX `review_cards_due`;--> statement-breakpoint
CREATE INDEX `review_cards_due` ON `review_cards` (`learner_id`,`due_at`,`state`,`suspended_at`,`kind`,`item_id`);--> statement-breakpoint
ALTER TABLE `learners` ADD `last_submission_at` integer;--> statement-breakpoint
CREATE INDEX `learners_last_submission` ON `learners` (`last_submission_at`);--> statement-breakpoint
CREATE INDEX `exercise_days_version` ON `exercise_days` (`exercise_id`,`content_hash`,`attempts`);--> statement-breakpoint
CREATE INDEX `progress_status` ON `progress` (`learner_id`,`status`);--> statement-breakpoint
CREATE INDEX `users_newest` ON `users` (`created_at`,`id`);