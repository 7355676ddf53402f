DROP INDEX `progress_status`;--> statement-breakpoint
CREATE INDEX `progress_learner` ON `progress` (`learner_id`,`status`,`exercise_id`,`passed_at`,`attempts`,`failures_before_pass`,`hints_used`,`solution_seen`,`last_at`,`imported_at`);--> statement-breakpoint
DROP INDEX `mock_reviews_learner`;--> statement-breakpoint
CREATE INDEX `mock_reviews_learner` ON `mock_reviews` (`learner_id`,`mock_id`,`part_id`,`review`,`version`,`saved_at`);--> statement-breakpoint
CREATE INDEX `checks_learner` ON `checks` (`learner_id`,`lesson_id`,`check_id`,`correct`,`attempts`,`first_correct`);--> statement-breakpoint
CREATE INDEX `lesson_progress_learner` ON `lesson_progress` (`learner_id`,`done_at`,`lesson_id`);--> statement-breakpoint
CREATE INDEX `reveals_before_pass` ON `reveals` (`learner_id`,`kind`,`before_pass`,`exercise_id`);--> statement-breakpoint
CREATE INDEX `stories_themes` ON `stories` (`learner_id`,"story" ->> '$.themes');