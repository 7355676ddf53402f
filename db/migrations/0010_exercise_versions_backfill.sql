INSERT INTO `exercise_versions` (`exercise_id`, `content_hash`, `attempts`)
SELECT `exercise_id`, `content_hash`, sum(`attempts`) FROM `exercise_days` WHERE `attempts` > 0
GROUP BY `exercise_id`, `content_hash`;
