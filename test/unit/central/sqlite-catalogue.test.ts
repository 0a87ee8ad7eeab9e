import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteCatalogue, type SqliteCatalogue } from '#central/catalogue/sqlite-catalogue.ts'

describe('the catalogue in a file', () => {
  let directory: string
  let file: string
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'dcnsim-catalogue-'))
    file = path.join(directory, 'catalogue.db')
  })
  afterEach(() => rm(directory, { recursive: true }))

  async function using<T>(work: (catalogue: SqliteCatalogue) => Promise<T>): Promise<T> {
    const catalogue = openSqliteCatalogue(file)
    try {
      return await work(catalogue)
    } finally {
      await catalogue.close()
    }
  }
  const flavor = (id: string, name: string, diskGib = 1) => ({ id, name, vcpus: 1, ramMib: 512, diskGib })

  it('keeps records, their order and their changes when it is opened again', async () => {
    await using(async ({ flavors }) => {
      await flavors.insert(flavor('2', 'b'))
      await flavors.insert(flavor('1', 'a'))
      await flavors.insert(flavor('3', 'b'))
      await flavors.update('2', (old) => ({ ...old, name: 'c', diskGib: 5 }))
      await flavors.remove('3')
      await flavors.remove('3')
    })
    await using(async ({ flavors, networks }) => {
      expect(await flavors.list()).toEqual([flavor('2', 'c', 5), flavor('1', 'a')])
      expect(await flavors.list({ name: 'c' })).toEqual([flavor('2', 'c', 5)])
      expect(await flavors.list({ name: 'b' })).toEqual([])
      expect(await flavors.get('1')).toEqual(flavor('1', 'a'))
      expect(await flavors.get('3')).toBeUndefined()
      expect(await networks.list()).toEqual([])
    })
  })

  it('tells when it is opened how much was ever inserted, removed records included', async () => {
    const counts = [
      await using(async ({ everInserted, securityGroups, networks }) => {
        await securityGroups.insert({ id: 'a', name: 'basic' })
        await networks.insert({ id: 'b', name: 'net', site: '' })
        await networks.remove('b')
        return everInserted
      }),
      await using(async ({ everInserted }) => everInserted),
    ]
    expect(counts).toEqual([0, 2])
  })

  it('refuses an id twice and a change of what is not there; a change that throws changes nothing', async () => {
    await using(async ({ flavors }) => {
      await flavors.insert(flavor('1', 'a'))
      await expect(flavors.insert(flavor('1', 'z'))).rejects.toMatchObject({ code: 'already_exists' })
      await expect(flavors.update('2', (old) => old)).rejects.toMatchObject({ code: 'not_found' })
      const refused = flavors.update('1', () => {
        throw new Error('no')
      })
      await expect(refused).rejects.toThrow('no')
      expect(await flavors.list()).toEqual([flavor('1', 'a')])
    })
  })

  it('does not read a file of another version, and says so', async () => {
    await using(async ({ flavors }) => flavors.insert(flavor('1', 'a')))
    const db = new DatabaseSync(file)
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openSqliteCatalogue(file)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('is a catalogue of schema version 99; this build reads version'),
      }),
    )
  })

  it('does not take another file for a catalogue', async () => {
    await writeFile(file, 'this is no database, but it is long enough to be taken for the beginning of one'.repeat(20))
    expect(() => openSqliteCatalogue(file)).toThrow(
      expect.objectContaining({ code: 'corrupt', message: expect.stringContaining('cannot be read as a catalogue') }),
    )
  })

  it('does not open a file whose tables are damaged', async () => {
    const db = new DatabaseSync(file)
    db.exec('CREATE TABLE images (something TEXT)')
    db.close()
    expect(() => openSqliteCatalogue(file)).toThrow(expect.objectContaining({ code: 'corrupt' }))
  })
})
