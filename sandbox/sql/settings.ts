import path from 'node:path';
import { serverLimits } from './limits.ts';

/** The server's command line. None of these can be changed by an ordinary role, unless the comment says so. */
export function postgresArguments(folder: string, extensions: string): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: 160,
    // Data is rebuilt from files of ours, so nothing has to survive a crash.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '256MB',
    autovacuum: 'off',
    // After a crash we start a fresh server: one way back instead of two.
    restart_after_crash: 'off',
    // No helpers: a query has the processor time and the memory of one process, and plans do not depend on the machine.
    max_worker_processes: 0,
    max_parallel_workers: 0,
    max_parallel_workers_per_gather: 0,
    max_logical_replication_workers: 0,
    max_replication_slots: 0,
    io_method: 'sync',
    jit: 'off',
    shared_buffers: '32MB',
    // A learner may raise work_mem; the limit of address space holds then.
    work_mem: '4MB',
    temp_file_limit: serverLimits.tempFileKb,
    extension_control_path: extensions,
    // A deadlock is found soon; nothing else hangs on this clock.
    deadlock_timeout: '200ms',
    // Errors of learners are not events of ours, and a log of them would only grow.
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
  };
  return [
    ...['-D', path.join(folder, 'data')],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
