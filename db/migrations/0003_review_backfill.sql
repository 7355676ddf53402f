UPDATE `checks` SET `first_correct` = (`correct` = 1 AND `attempts` = 1);
--> statement-breakpoint
UPDATE `progress` SET `failures_before_pass` = (
	SELECT count(*) FROM `submissions` s
	WHERE s.`learner_id` = `progress`.`learner_id` AND s.`exercise_id` = `progress`.`exercise_id`
		AND s.`verdict_status` IN ('failed', 'errored')
		AND (`progress`.`passed_at` IS NULL OR s.`closed_at` < `progress`.`passed_at`)
);
--> statement-breakpoint
INSERT INTO `check_answers` (`learner_id`, `lesson_id`, `check_id`, `correct`, `answered_at`)
SELECT `learner_id`, `lesson_id`, `check_id`, `correct`, `updated_at` FROM `checks`;
--> statement-breakpoint
INSERT INTO `review_cards` (`learner_id`, `kind`, `item_id`, `due_at`, `stability`, `difficulty`, `scheduled_days`, `reps`, `lapses`, `failing`, `created_at`)
SELECT `learner_id`, 'check', `lesson_id` || '/' || `check_id`, `updated_at` + 86400000, 0, 0, 0, 0, 0, NOT `correct`, `updated_at`
FROM `checks` WHERE NOT `first_correct`;
--> statement-breakpoint
INSERT INTO `review_cards` (`learner_id`, `kind`, `item_id`, `due_at`, `stability`, `difficulty`, `scheduled_days`, `reps`, `lapses`, `failing`, `created_at`)
SELECT `learner_id`, 'exercise', `exercise_id`, `last_at` + 86400000, 0, 0, 0, 0, 0, `status` = 'attempted', `last_at`
FROM `progress`
WHERE EXISTS (
	SELECT 1 FROM `submissions` s
	WHERE s.`learner_id` = `progress`.`learner_id` AND s.`exercise_id` = `progress`.`exercise_id`
		AND s.`verdict_status` IN ('failed', 'errored')
);
