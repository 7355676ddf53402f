import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../../../sandbox/javascript/stores/redis.ts';

/**
 * The examples and the words of the commands' pages, https://redis.io/docs/latest/commands/<name>/, each named above its
 * test; what a client makes of a reply is that of node-redis 5, https://github.com/redis/node-redis.
 */
type Client = Record<string, (...given: never[]) => Promise<unknown>>;
let redis: Client;
let other: Client;
type Queued = Record<'incr' | 'expire' | 'set' | 'get' | 'lPop', (...given: unknown[]) => Queued> & {
  exec: () => Promise<unknown[]>;
};
const startMs = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  vi.useFakeTimers({ now: startMs });
  redis = (await createClient().connect()) as unknown as Client;
  other = (await createClient().connect()) as unknown as Client;
  await send('flushAll');
});
afterEach(() => vi.useRealTimers());

const ask = (client: Client, name: string, given: unknown[]): Promise<unknown> =>
  (client[name] as (...given: unknown[]) => Promise<unknown>)(...given);
const send = (name: string, ...given: unknown[]): Promise<unknown> => ask(redis, name, given);
const wrongType = 'WRONGTYPE Operation against a key holding the wrong kind of value';

test('set/: overwrites whatever its type, discards the time to live, NX, XX, GET and KEEPTTL', async () => {
  expect(await send('set', 'mykey', 'Hello')).toBe('OK');
  expect(await send('get', 'mykey')).toBe('Hello');
  expect(await send('set', 'anotherkey', 'will expire in a minute', { EX: 60 })).toBe('OK');
  expect(await send('ttl', 'anotherkey')).toBe(60);
  await send('set', 'anotherkey', 'again');
  expect(await send('ttl', 'anotherkey')).toBe(-1);
  expect(await send('set', 'mykey', 'x', { NX: true })).toBeNull();
  expect(await send('set', 'nokey', 'x', { condition: 'XX' })).toBeNull();
  expect(await send('set', 'mykey', 'World', { GET: true })).toBe('Hello');
  await send('set', 'mykey', 'short', { expiration: { type: 'PX', value: 1500 } });
  await send('set', 'mykey', 'kept', { KEEPTTL: true });
  expect(await send('pTTL', 'mykey')).toBe(1500);
  await send('lPush', 'list', 'a');
  await expect(send('set', 'list', 'x', { GET: true })).rejects.toThrow(wrongType);
  expect(await send('set', 'list', 'x')).toBe('OK');
  await expect(send('set', 'k', 'v', { EX: 0 })).rejects.toThrow("ERR invalid expire time in 'set' command");
});

test('get/ and type/: null for no key, an error for what is no string', async () => {
  expect(await send('get', 'nonexisting')).toBeNull();
  await send('sAdd', 'key3', 'value');
  await send('lPush', 'key2', 'value');
  expect([await send('type', 'key2'), await send('type', 'key3'), await send('type', 'none')]).toEqual([
    'list',
    'set',
    'none',
  ]);
  await expect(send('get', 'key2')).rejects.toThrow(wrongType);
  expect(await send('mGet', ['key2', 'none'])).toEqual([null, null]);
});

test('incr/, incrby/, decr/, incrbyfloat/: from 0, in place, and only on integers', async () => {
  await send('set', 'mykey', '10', { EX: 100 });
  expect(await send('incr', 'mykey')).toBe(11);
  expect(await send('ttl', 'mykey')).toBe(100);
  expect(await send('get', 'mykey')).toBe('11');
  expect([await send('incrBy', 'mykey', 5), await send('decrBy', 'mykey', 3), await send('decr', 'new')]).toEqual([
    16, 13, -1,
  ]);
  await send('set', 'mykey', '234293482390480948029348230948');
  await expect(send('decr', 'mykey')).rejects.toThrow('ERR value is not an integer or out of range');
  await send('set', 'mykey', '10.50');
  expect(await send('incrByFloat', 'mykey', 0.1)).toBe('10.6');
  expect(await send('incrByFloat', 'mykey', -5)).toBe('5.6');
  await send('set', 'mykey', '5.0e3');
  expect(await send('incrByFloat', 'mykey', 200)).toBe('5200');
});

test('append/, strlen/, getdel/, setnx/, mset/', async () => {
  expect([await send('append', 'mykey', 'Hello'), await send('append', 'mykey', ' World')]).toEqual([5, 11]);
  expect([await send('strLen', 'mykey'), await send('strLen', 'nonexisting')]).toEqual([11, 0]);
  expect([await send('getDel', 'mykey'), await send('get', 'mykey')]).toEqual(['Hello World', null]);
  expect([await send('setNX', 'mykey', 'Hello'), await send('setNX', 'mykey', 'World')]).toEqual([1, 0]);
  expect(await send('mSet', { key1: 'Hello', key2: 'World' })).toBe('OK');
  expect(await send('mGet', ['key1', 'key2', 'nonexisting'])).toEqual(['Hello', 'World', null]);
});

test('expire/ and ttl/: the example, with XX and NX, and what GT and LT do without an expiry', async () => {
  await send('set', 'mykey', 'Hello');
  expect(await send('expire', 'mykey', 10)).toBe(1);
  expect(await send('ttl', 'mykey')).toBe(10);
  await send('set', 'mykey', 'Hello World');
  expect(await send('ttl', 'mykey')).toBe(-1);
  expect([await send('expire', 'mykey', 10, 'XX'), await send('ttl', 'mykey')]).toEqual([0, -1]);
  expect([await send('expire', 'mykey', 10, 'NX'), await send('ttl', 'mykey')]).toEqual([1, 10]);
  expect([await send('expire', 'mykey', 5, 'GT'), await send('expire', 'mykey', 5, 'LT')]).toEqual([0, 1]);
  expect(await send('persist', 'mykey')).toBe(1);
  expect([await send('expire', 'mykey', 5, 'GT'), await send('expire', 'mykey', 5, 'LT')]).toEqual([0, 1]);
  expect([await send('expire', 'none', 5), await send('ttl', 'none'), await send('persist', 'none')]).toEqual([
    0, -2, 0,
  ]);
  expect([await send('expire', 'mykey', -1), await send('exists', 'mykey')]).toEqual([1, 0]);
});

test('expire/: a key is there until its time has come and gone at that moment, on the clock', async () => {
  await send('set', 'mykey', 'Hello', { PX: 1500 });
  expect([await send('ttl', 'mykey'), await send('pTTL', 'mykey')]).toEqual([2, 1500]);
  vi.advanceTimersByTime(1499);
  expect(await send('get', 'mykey')).toBe('Hello');
  vi.advanceTimersByTime(1);
  expect([await send('get', 'mykey'), await send('exists', 'mykey'), await send('dbSize')]).toEqual([null, 0, 0]);
  await send('rPush', 'list', 'a');
  await send('expire', 'list', 1);
  await send('rPush', 'list', 'b');
  expect(await send('ttl', 'list')).toBe(1);
  await send('rename', 'list', 'moved');
  expect([await send('ttl', 'moved'), await send('exists', 'list')]).toEqual([1, 0]);
  await expect(send('rename', 'list', 'x')).rejects.toThrow('ERR no such key');
});

test('del/, exists/, keys/: counts, and a key named twice counts twice for EXISTS', async () => {
  await send('mSet', { firstname: 'Jack', lastname: 'Stuntman', age: '35' });
  expect(await send('keys', '*name*')).toEqual(['firstname', 'lastname']);
  expect(await send('keys', 'a??')).toEqual(['age']);
  expect(await send('keys', '[^a]*name')).toEqual(['firstname', 'lastname']);
  expect(await send('exists', ['age', 'age', 'nosuchkey'])).toBe(2);
  expect(await send('del', ['firstname', 'lastname', 'nosuchkey'])).toBe(2);
});

test('hset/, hget/, hgetall/, hincrby/, hdel/', async () => {
  expect(await send('hSet', 'myhash', 'field1', 'Hello')).toBe(1);
  expect(await send('hSet', 'myhash', { field1: 'Hi', field2: 'World', field3: 5 })).toBe(2);
  expect(await send('hGetAll', 'myhash')).toEqual({ field1: 'Hi', field2: 'World', field3: '5' });
  expect(await send('hGetAll', 'none')).toEqual({});
  expect([await send('hGet', 'myhash', 'nofield'), await send('hmGet', 'myhash', ['field1', 'nofield'])]).toEqual([
    null,
    ['Hi', null],
  ]);
  expect([await send('hIncrBy', 'myhash', 'field3', 1), await send('hIncrBy', 'myhash', 'field3', -10)]).toEqual([
    6, -4,
  ]);
  await expect(send('hIncrBy', 'myhash', 'field1', 1)).rejects.toThrow('ERR hash value is not an integer');
  expect([await send('hDel', 'myhash', 'field1'), await send('hDel', 'myhash', 'field1')]).toEqual([1, 0]);
  expect([await send('hExists', 'myhash', 'field2'), await send('hLen', 'myhash')]).toEqual([1, 2]);
  expect([await send('hSetNX', 'myhash', 'field2', 'x'), await send('hKeys', 'myhash')]).toEqual([
    0,
    ['field2', 'field3'],
  ]);
  await send('hDel', 'myhash', ['field2', 'field3']);
  expect(await send('exists', 'myhash')).toBe(0);
});

test('lpush/, lrange/, lpop/, ltrim/, lrem/, lmove/', async () => {
  expect([await send('lPush', 'mylist', 'world'), await send('lPush', 'mylist', 'hello')]).toEqual([1, 2]);
  expect(await send('lRange', 'mylist', 0, -1)).toEqual(['hello', 'world']);
  await send('rPush', 'three', ['one', 'two', 'three']);
  expect(await send('lRange', 'three', -3, 2)).toEqual(['one', 'two', 'three']);
  expect(await send('lRange', 'three', -100, 100)).toEqual(['one', 'two', 'three']);
  expect([await send('lRange', 'three', 5, 10), await send('lIndex', 'three', -1)]).toEqual([[], 'three']);
  expect(await send('lTrim', 'three', 1, -1)).toBe('OK');
  expect([await send('lPop', 'three'), await send('rPop', 'three'), await send('rPop', 'three')]).toEqual([
    'two',
    'three',
    null,
  ]);
  await send('rPush', 'l', ['hello', 'hello', 'foo', 'hello']);
  expect([await send('lRem', 'l', -2, 'hello'), await send('lRange', 'l', 0, -1)]).toEqual([2, ['hello', 'foo']]);
  expect(await send('lMove', 'l', 'done', 'RIGHT', 'LEFT')).toBe('foo');
  expect([await send('lRange', 'done', 0, -1), await send('exists', 'three')]).toEqual([['foo'], 0]);
  await expect(send('lPush', 'mylist', 1)).rejects.toThrow(TypeError);
});

test('brpop/: takes at once, waits for an element, and gives up after its seconds; who waited longest is served first', async () => {
  await send('rPush', 'jobs', 'a');
  expect(await send('brPop', 'jobs', 1)).toEqual({ key: 'jobs', element: 'a' });
  const first = ask(redis, 'brPop', [['jobs', 'later'], 0]);
  const second = ask(other, 'brPop', ['jobs', 1]);
  expect(await send('rPush', 'jobs', ['b'])).toBe(1);
  expect(await first).toEqual({ key: 'jobs', element: 'b' });
  vi.advanceTimersByTime(1000);
  expect(await second).toBeNull();
  expect(await send('lLen', 'jobs')).toBe(0);
});

test('sadd/, smembers/, sinter/, sunion/, sdiff/', async () => {
  expect([await send('sAdd', 'myset', ['Hello', 'World']), await send('sAdd', 'myset', 'World')]).toEqual([2, 0]);
  expect([await send('sIsMember', 'myset', 'Hello'), await send('smIsMember', 'myset', ['Hello', 'x'])]).toEqual([
    1,
    [1, 0],
  ]);
  await send('sAdd', 'key1', ['a', 'b', 'c']);
  await send('sAdd', 'key2', ['c', 'd', 'e']);
  expect(await send('sInter', ['key1', 'key2'])).toEqual(['c']);
  expect(await send('sDiff', ['key1', 'key2'])).toEqual(['a', 'b']);
  expect(await send('sUnion', ['key1', 'key2'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([await send('sRem', 'key1', ['a', 'b', 'c']), await send('sCard', 'key1')]).toEqual([3, 0]);
});

test('zadd/: how many are new, NX, XX, GT and CH, ties in the order of their text', async () => {
  const of = (...names: string[]) => names.map((value, index) => ({ value, score: index + 1 }));
  expect(await send('zAdd', 'myzset', { value: 'one', score: 1 })).toBe(1);
  expect(await send('zAdd', 'myzset', { value: 'uno', score: 1 })).toBe(1);
  expect(
    await send('zAdd', 'myzset', [
      { value: 'two', score: 2 },
      { value: 'three', score: 3 },
    ]),
  ).toBe(2);
  expect(await send('zRange', 'myzset', 0, -1)).toEqual(['one', 'uno', 'two', 'three']);
  expect(await send('zAdd', 'myzset', { value: 'one', score: 9 }, { NX: true })).toBe(0);
  expect(await send('zAdd', 'myzset', { value: 'four', score: 9 }, { XX: true })).toBe(0);
  expect(await send('zAdd', 'myzset', { value: 'two', score: 1 }, { GT: true, CH: true })).toBe(0);
  expect(await send('zAdd', 'myzset', { value: 'two', score: 5 }, { comparison: 'GT', CH: true })).toBe(1);
  expect(await send('zScore', 'myzset', 'two')).toBe(5);
  await send('zAdd', 'z', of('one', 'two', 'three'));
  expect(await send('zIncrBy', 'z', 2, 'one')).toBe(3);
  expect(await send('zRangeWithScores', 'z', 0, -1)).toEqual([
    { value: 'two', score: 2 },
    { value: 'one', score: 3 },
    { value: 'three', score: 3 },
  ]);
});

test('zrange/: by rank, by score with open ends, in reverse, with LIMIT', async () => {
  await send(
    'zAdd',
    'myzset',
    [1, 2, 3].map((score) => ({ score, value: ['one', 'two', 'three'][score - 1] })),
  );
  expect(await send('zRange', 'myzset', 2, 3)).toEqual(['three']);
  expect(await send('zRange', 'myzset', -2, -1)).toEqual(['two', 'three']);
  expect(await send('zRange', 'myzset', 0, 1, { REV: true })).toEqual(['three', 'two']);
  expect(await send('zRange', 'myzset', '(1', '+inf', { BY: 'SCORE', LIMIT: { offset: 1, count: 1 } })).toEqual([
    'three',
  ]);
  expect(await send('zRange', 'myzset', '+inf', '(1', { BY: 'SCORE', REV: true })).toEqual(['three', 'two']);
  expect(await send('zRangeByScore', 'myzset', '-inf', 2)).toEqual(['one', 'two']);
  expect([await send('zCount', 'myzset', '(1', 3), await send('zCount', 'myzset', '-inf', '+inf')]).toEqual([2, 3]);
  await expect(send('zCount', 'myzset', 'low', 3)).rejects.toThrow('ERR min or max is not a float');
});

test('zrank/, zrevrank/, zrem/, zremrangebyscore/, zremrangebyrank/, zpopmin/', async () => {
  await send(
    'zAdd',
    'myzset',
    [1, 2, 3, 4].map((score) => ({ score, value: String(score) })),
  );
  expect([
    await send('zRank', 'myzset', '3'),
    await send('zRevRank', 'myzset', '3'),
    await send('zRank', 'myzset', '9'),
  ]).toEqual([2, 1, null]);
  expect(await send('zRemRangeByScore', 'myzset', '-inf', '(2')).toBe(1);
  expect(await send('zRemRangeByRank', 'myzset', 0, 0)).toBe(1);
  expect(await send('zPopMin', 'myzset')).toEqual({ value: '3', score: 3 });
  expect([
    await send('zRem', 'myzset', ['4', '5']),
    await send('exists', 'myzset'),
    await send('zPopMax', 'myzset'),
  ]).toEqual([1, 0, null]);
});

test('Transactions: EXEC gives all replies, goes on after an error, and is refused after a change of a watched key', async () => {
  const multi = () => (redis as unknown as { multi: () => Queued }).multi();
  expect(await multi().incr('foo').expire('foo', 60).exec()).toEqual([1, 1]);
  const failed = await multi()
    .set('a', 'abc')
    .lPop('a')
    .set('b', '2')
    .exec()
    .catch((error: unknown) => error);
  expect(failed).toMatchObject({ errorIndexes: [1], replies: ['OK', expect.any(Error), 'OK'] });
  expect(await send('get', 'b')).toBe('2');
  await send('watch', 'foo');
  await ask(other, 'incr', ['foo']);
  await expect(multi().set('foo', '100').exec()).rejects.toThrow('One (or more) of the watched keys has been changed');
  expect(await send('get', 'foo')).toBe('2');
  expect(await multi().set('foo', '100').exec()).toEqual(['OK']);
  await send('watch', ['foo']);
  await send('unwatch');
  await ask(other, 'incr', ['foo']);
  expect(await multi().get('foo').exec()).toEqual(['101']);
});

test('what the model has not is told by name', async () => {
  await expect(send('eval', 'return 1')).rejects.toThrow('The model of Redis has no eval.');
});

test('a client that is not connected is closed, and clients of another address see other keys', async () => {
  await expect(ask(createClient() as unknown as Client, 'get', ['a'])).rejects.toThrow('The client is closed');
  const elsewhere = (await createClient({ url: 'redis://other:6379' }).connect()) as unknown as Client;
  await send('set', 'a', '1');
  expect([await ask(elsewhere, 'get', ['a']), await ask(other, 'get', ['a'])]).toEqual([null, '1']);
});
