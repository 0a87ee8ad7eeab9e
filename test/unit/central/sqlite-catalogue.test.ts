import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteCatalogue } from '#central/catalogue/sqlite-catalogue.ts'

test('a reopened catalogue tells how much was ever inserted, removed records included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'catalogue.sqlite')
  const first = openSqliteCatalogue(path)
  await first.securityGroups.insert({ id: 'a', name: 'basic' })
  await first.networks.insert({ id: 'b', name: 'net', site: '' })
  await first.networks.remove('b')
  await first.close()
  const second = openSqliteCatalogue(path)
  await second.close()
  expect([first.everInserted, second.everInserted]).toEqual([0, 2])
})
