import { migrateDatabase, openDatabase } from '#db/client';
import * as o from '#db/operator';
import { existsSync } from 'node:fs';
const file = '/tmp/operator-million/underpin.db';
const fresh = !existsSync(file);
const db = openDatabase(file);
migrateDatabase(db, 'db/migrations');
const c = db.$client;
if (fresh) {
  c.pragma('synchronous=OFF');
  const now = Date.now();
  c.exec(`
  with recursive n(i) as (select 1 union all select i+1 from n where i<10000) insert into users(id,email,created_at,role) select 'usr_'||printf('%022d',i),'u'||i||'@example.org',${now}-(i*15552000),'learner' from n;
  with recursive n(i) as (select 1 union all select i+1 from n where i<10000) insert into learners(id,user_id,created_at) select 'lrn_'||printf('%022d',i),'usr_'||printf('%022d',i),${now}-(i*15552000) from n;
  with recursive n(i) as (select 1 union all select i+1 from n where i<1000000) insert into submissions(id,learner_id,exercise_id,content_hash,files,created_at,closed_at,verdict,verdict_status) select 'sub_'||printf('%022d',i),'lrn_'||printf('%022d',1+((i*7919)%10000)),'an-exercise-with-name-'||(i%150),'abcdef0123456789',hex(zeroblob(400)),${now}-(1000000-i)*15552,${now}-(1000000-i)*15552+900,hex(zeroblob(700)),'passed' from n;
  insert into progress(learner_id,exercise_id,status,passed_at,passed_content_hash,attempts,last_at) select learner_id,exercise_id,'passed',max(created_at),'x',count(*),max(created_at) from submissions group by 1,2;
  with recursive n(i) as (select 0 union all select i+1 from n where i<150*180-1) insert into exercise_days select ${Math.floor(now/86400000)}-(i%180),'an-exercise-with-name-'||(i/180),'abcdef0123456789',37,20,10,5,0 from n;
  with recursive n(i) as (select 0 union all select i+1 from n where i<150*60-1) insert into test_failures select 'an-exercise-with-name-'||(i%150),'hash'||(i%10),'a test with quite some name '||i,i from n;
  analyze;`);
}
for (let k = 0; k < 3; k++)
for (const [name, f] of Object.entries({
  handedInToday: () => o.handedInToday(db), lastDays14: () => o.lastDays(db, 14), active7: () => o.activeWithin(db, 7), active28: () => o.activeWithin(db, 28),
  totals: () => o.totals(db), accounts50: () => o.accountsOf(db, { limit: 50, offset: 0 }), accountsLast: () => o.accountsOf(db, { limit: 50, offset: 9950 }), figures90: () => o.exerciseFigures(db, 90), worst: () => o.worstTests(db),
})) { const t = performance.now(); await f(); console.log(k, name, (performance.now() - t).toFixed(1)); }
