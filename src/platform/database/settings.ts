/** PostgreSQL on a small machine, where nothing committed may be lost. */
export const diskSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  random_page_cost: 1.1,
  max_wal_size: '512MB',
  min_wal_size: '80MB',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  max_parallel_workers_per_gather: 1,
  log_timezone: 'UTC',
} as const

/** The same for tests, whose data may go with the machine's power. */
export const disposableSettings = {
  ...diskSettings,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
} as const
