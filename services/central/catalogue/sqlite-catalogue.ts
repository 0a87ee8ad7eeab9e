import { DatabaseSync } from 'node:sqlite'
import { AlreadyExistsError, ConflictError, CorruptError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Catalogue, CatalogueRecord, Table } from './catalogue.ts'

const schemaVersion = 1

const tables = {
  images: 'images',
  tasks: 'image_tasks',
  copies: 'image_copies',
  volumes: 'volumes',
  volumeSnapshots: 'volume_snapshots',
  servers: 'servers',
  flavors: 'flavors',
  keypairs: 'keypairs',
  networks: 'networks',
  securityGroups: 'security_groups',
} as const satisfies Record<Exclude<keyof Catalogue, 'close'>, string>

export interface SqliteCatalogue extends Catalogue {
  /** How many records had been inserted before it was opened, removed ones included: never the same twice. */
  readonly everInserted: number
}

/**
 * The catalogue in one SQLite file: a table per kind of record, the record itself as JSON beside the columns that are
 * searched. Every commit is synced to disk before it is acknowledged.
 *
 * @param path - a file, or `:memory:`
 * @throws ConflictError for a catalogue of another schema version, CorruptError for a file that is none
 */
export function openSqliteCatalogue(path: string): SqliteCatalogue {
  const db = open(path)
  const table = <T extends CatalogueRecord>(name: string): Table<T> => new SqliteTable<T>(db, name)
  return {
    images: table(tables.images),
    tasks: table(tables.tasks),
    copies: table(tables.copies),
    volumes: table(tables.volumes),
    volumeSnapshots: table(tables.volumeSnapshots),
    servers: table(tables.servers),
    flavors: table(tables.flavors),
    keypairs: table(tables.keypairs),
    networks: table(tables.networks),
    securityGroups: table(tables.securityGroups),
    everInserted: Number(db.prepare('SELECT total(seq) AS count FROM sqlite_sequence').get()?.count),
    close: async () => db.close(),
  }
}

function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;')
    migrate(db, path)
    return db
  } catch (error) {
    db.close()
    if (error instanceof ConflictError) throw error
    throw new CorruptError(
      `${path} cannot be read as a catalogue: ${error instanceof Error ? error.message : String(error)}`,
      { path },
      { cause: error },
    )
  }
}

function migrate(db: DatabaseSync, path: string): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  if (found === schemaVersion) return
  if (found !== 0) {
    throw new ConflictError(
      `${path} is a catalogue of schema version ${found}; this build reads version ${schemaVersion}. ` +
        'Use the build that wrote it, or start from a new state directory.',
      { path, found, supported: schemaVersion },
    )
  }
  const create = Object.values(tables).map(
    (name) =>
      `CREATE TABLE ${name} (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, ` +
      `body TEXT NOT NULL); CREATE INDEX ${name}_by_name ON ${name} (name);`,
  )
  db.exec(`BEGIN; ${create.join('\n')} PRAGMA user_version = ${schemaVersion}; COMMIT;`)
}

class SqliteTable<T extends CatalogueRecord> implements Table<T> {
  readonly #db: DatabaseSync
  readonly #table: string

  constructor(db: DatabaseSync, table: string) {
    this.#db = db
    this.#table = table
  }

  async insert(record: T): Promise<void> {
    if (this.#read(record.id)) throw new AlreadyExistsError(`${record.id} is in ${this.#table} already`)
    this.#db
      .prepare(`INSERT INTO ${this.#table} (id, name, body) VALUES (?, ?, ?)`)
      .run(record.id, record.name, JSON.stringify(record))
  }

  async get(id: string): Promise<T | undefined> {
    return this.#read(id)
  }

  async list({ name }: { readonly name?: string | undefined } = {}): Promise<readonly T[]> {
    const rows = name
      ? this.#db.prepare(`SELECT body FROM ${this.#table} WHERE name = ? ORDER BY sequence`).all(name)
      : this.#db.prepare(`SELECT body FROM ${this.#table} ORDER BY sequence`).all()
    return rows.map((row) => JSON.parse(String(row.body)) as T)
  }

  async update(id: string, change: (record: T) => T): Promise<T> {
    const record = this.#read(id)
    if (!record) throw new NotFoundError(`${id} is not in ${this.#table}`)
    const changed = change(record)
    this.#db
      .prepare(`UPDATE ${this.#table} SET name = ?, body = ? WHERE id = ?`)
      .run(changed.name, JSON.stringify(changed), id)
    return changed
  }

  async remove(id: string): Promise<void> {
    this.#db.prepare(`DELETE FROM ${this.#table} WHERE id = ?`).run(id)
  }

  #read(id: string): T | undefined {
    const row = this.#db.prepare(`SELECT body FROM ${this.#table} WHERE id = ?`).get(id)
    return row ? (JSON.parse(String(row.body)) as T) : undefined
  }
}
