import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLine } from '../../support/command-run.ts'
import { FakeCloud } from '../../support/fake-cloud.ts'

const formats = '--disk-format raw --container-format bare'
let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'glance-'))
  writeFileSync(join(cwd, 'cirros.raw'), 'raw bytes')
})
afterAll(() => rmSync(cwd, { recursive: true }))

async function activeImage(cloud: FakeCloud, store = 'central'): Promise<string> {
  await runLine(`glance image-create ${formats} --name cirros --file cirros.raw --store ${store}`, cloud, { cwd })
  return (await cloud.images.list())[0]?.id ?? ''
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

describe('glance', () => {
  test('A14 A18 A19 image-create sends the file to the one store', async () => {
    const cloud = new FakeCloud()
    const id = await activeImage(cloud, 'dcn0')
    expect(cloud.uploads.map(({ store, bytes }) => [store, Buffer.from(bytes).toString()])).toEqual([
      ['dcn0', 'raw bytes'],
    ])
    const { stdout } = await runLine(`glance image-show ${id}`, cloud)
    expect(stdout).toMatch(/\| stores +\| dcn0 +\|/)
    expect(stdout).toMatch(/\| size +\| 9 +\|/)
  })

  test('piped data is uploaded, and needs its formats named', async () => {
    const cloud = new FakeCloud()
    const bare = await runLine('glance image-create --name piped', cloud, { stdin: bytes('x') })
    expect(bare).toMatchObject({
      exit: 1,
      stderr: 'error: Must provide --container-format, --disk-format when using stdin.\n',
    })
    await runLine(`glance image-create --name piped ${formats}`, cloud, { stdin: bytes('piped') })
    expect(Buffer.from(cloud.uploads[0]?.bytes ?? []).toString()).toBe('piped')
  })

  test('a failed upload still shows the record that it leaves', async () => {
    const cloud = new FakeCloud()
    cloud.images.upload = async () => {
      throw new Error('broken')
    }
    const { exit, stdout, stderr } = await runLine(`glance image-create ${formats} --name c --file cirros.raw`, cloud, {
      cwd,
    })
    expect([exit, stderr]).toEqual([1, 'HTTP 500 Internal Server Error: broken\n'])
    expect(stdout).toMatch(/\| status +\| queued +\|/)
  })

  describe('T14 what an import says about failures', () => {
    const copy = '--import-method copy-image'
    test.each([
      [`--stores dcn0 ${copy}`, {}, false],
      [`--all-stores True ${copy}`, {}, false],
      [`--stores dcn0 ${copy} --allow-failure False`, {}, undefined],
      [`--stores dcn0 ${copy} --all-stores-must-succeed True`, {}, undefined],
      [`--stores dcn0 ${copy}`, { OS_IMAGE_ALLOW_FAILURE: 'False' }, undefined],
    ])('%s with %o', async (options, env, mustSucceed) => {
      const cloud = new FakeCloud()
      const id = await activeImage(cloud)
      expect((await runLine(`glance image-import ${id} ${options}`, cloud, { env })).exit).toBe(0)
      expect(cloud.imports[0]?.allStoresMustSucceed).toBe(mustSucceed)
    })

    test('a profile may turn the default around', async () => {
      const cloud = new FakeCloud({ allowFailureByDefault: false })
      const id = await activeImage(cloud)
      await runLine(`glance image-import ${id} --stores dcn0 ${copy}`, cloud)
      expect(cloud.imports[0]?.allStoresMustSucceed).toBeUndefined()
    })
  })

  test('A33 A34 copies add stores in order, and all-stores only the missing ones', async () => {
    const cloud = new FakeCloud()
    const id = await activeImage(cloud)
    await runLine(`glance image-import ${id} --stores dcn0 --import-method copy-image`, cloud)
    const { stdout } = await runLine(`glance image-import ${id} --all-stores True --import-method copy-image`, cloud)
    expect(stdout).toMatch(/\| stores +\| central,dcn0,dcn1 +\|/)
  })

  test('A75 O03 copying to a store that has it is refused in Glance words', async () => {
    const cloud = new FakeCloud()
    const id = await activeImage(cloud)
    const again = await runLine(`glance image-import ${id} --stores central --import-method copy-image`, cloud)
    expect(again).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'HTTP 400 Bad Request: Image is already present at store &#x27;central&#x27;\n',
    })
  })

  test('glance-direct stages the file and then imports', async () => {
    const cloud = new FakeCloud()
    const line = `glance image-create-via-import ${formats} --name d --file cirros.raw --stores central,dcn1`
    expect((await runLine(line, cloud, { cwd })).exit).toBe(0)
    expect(cloud.uploads).toHaveLength(1)
    expect(cloud.imports[0]).toMatchObject({ method: 'glance-direct', stores: ['central', 'dcn1'] })
  })

  test('A24 A25 web-download passes the address on and fetches nothing itself', async () => {
    const cloud = new FakeCloud()
    const uri = 'http://files/cirros.img'
    const line = `glance image-create-via-import ${formats} --name w --uri ${uri} --import-method web-download --all-stores True`
    expect((await runLine(line, cloud)).exit).toBe(0)
    expect(cloud.uploads).toEqual([])
    expect(cloud.imports[0]).toMatchObject({ method: 'web-download', uri, allStores: true })
  })

  test('image-download writes the file, or stdout', async () => {
    const cloud = new FakeCloud()
    const id = await activeImage(cloud)
    await runLine(`glance image-download --file out.img ${id}`, cloud, { cwd })
    expect(readFileSync(join(cwd, 'out.img'), 'utf8')).toBe(`data of ${id}`)
    expect((await runLine(`glance image-download ${id}`, cloud)).stdout).toBe(`data of ${id}`)
  })

  test('a download whose bytes do not match the record fails', async () => {
    const cloud = new FakeCloud()
    const id = await activeImage(cloud)
    const { get } = cloud.images
    cloud.images.get = async (name) => ({ ...(await get(name)), osHashAlgo: 'sha512', osHashValue: 'ab' })
    const { exit, stderr } = await runLine(`glance image-download --file out.img ${id}`, cloud, { cwd })
    expect(exit).toBe(1)
    expect(stderr).toMatch(/^\[Errno 32\] Corrupt image download\. Hash was [0-9a-f]{128} expected ab\n$/)
  })

  test('properties set and removed', async () => {
    const cloud = new FakeCloud()
    const id = await activeImage(cloud)
    await runLine(`glance image-update --property a=b --property c=d=e ${id}`, cloud)
    const { stdout } = await runLine(`glance image-update --remove-property a ${id}`, cloud)
    expect(stdout).toMatch(/\| c +\| d=e +\|/)
    expect(stdout).not.toMatch(/^\| a /m)
  })

  describe('wrong usage ends with 2', () => {
    test('an unknown command names what is simulated', async () => {
      const { exit, stderr } = await runLine('glance image-creat', new FakeCloud())
      expect(exit).toBe(2)
      expect(stderr).toMatch(
        /^glance: 'image-creat' is not simulated\. Did you mean 'image-create'\? Simulated commands: /,
      )
      expect(stderr.trimEnd()).not.toContain('\n')
    })

    test.each([
      ['glance image-list --nosuch', "glance image-list: error: unknown option '--nosuch'"],
      ['glance image-show', "glance image-show: error: missing required argument 'IMAGE_ID'"],
      ['glance stores-delete x', "glance stores-delete: error: required option '--store <STORE_ID>' not specified"],
      [`glance image-create --stores central`, "glance image-create: error: unknown option '--stores'"],
      ['glance image-create --min-disk two', "invalid int value: 'two'"],
    ])('%s', async (line, text) => {
      const { exit, stderr } = await runLine(line, new FakeCloud())
      expect(exit).toBe(2)
      expect(stderr).toContain(text)
    })
  })

  test('help is for stdout, of the whole and of each command', async () => {
    const whole = await runLine('glance --help', new FakeCloud())
    expect(whole).toMatchObject({ exit: 0, stderr: '' })
    expect(whole.stdout).toMatch(/image-import +start an import/)
    const one = await runLine('glance image-import --help', new FakeCloud())
    expect(one).toMatchObject({ exit: 0, stderr: '' })
    expect(one.stdout).toContain('--allow-failure <True|False>')
    expect((await runLine('glance help image-import', new FakeCloud())).stdout).toBe(one.stdout)
  })
})
