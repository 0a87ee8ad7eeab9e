import { describe, expect, test } from 'vitest'
import { runLine } from '../../support/command-run.ts'
import { FakeCloud } from '../../support/fake-cloud.ts'

/** A cloud with what the seeds' procedure needs before it boots a server at dcn0. */
async function prepared(): Promise<FakeCloud> {
  const cloud = new FakeCloud()
  await cloud.servers.createFlavor({ name: 'tiny', vcpus: 1, ramMib: 512, diskGib: 8 })
  await cloud.servers.createNetwork({ name: 'dcn0-network', site: 'dcn0' })
  await cloud.servers.createSecurityGroup('basic')
  const image = await cloud.images.create({ name: 'cirros', diskFormat: 'raw', containerFormat: 'bare' })
  await cloud.images.import({ imageId: image.id, method: 'copy-image', stores: ['central', 'dcn0'] })
  return cloud
}

const value = async (cloud: FakeCloud, line: string) => (await runLine(line, cloud)).stdout.trimEnd()

describe('openstack', () => {
  test('A47 to A75 the procedure of the seeds runs as it is written', async () => {
    const cloud = await prepared()
    const image = await value(cloud, 'openstack image show cirros -c id -f value')
    await runLine(`openstack volume create --size 8 --availability-zone dcn0 pet-volume-dcn0 --image ${image}`, cloud)
    const volume = await value(cloud, 'openstack volume show -f value -c id pet-volume-dcn0')
    const boot = `openstack server create --flavor tiny --key-name dcn0-key --network dcn0-network --security-group basic --availability-zone dcn0 --volume ${volume} pet-server-dcn0`
    const booted = await runLine(boot, cloud)
    expect(booted.stdout).toMatch(/\| status +\| BUILD +\|/)
    expect(booted.stdout).toMatch(/\| image +\| N\/A \(booted from volume\) +\|/)
    expect(await value(cloud, 'openstack server show -f value -c status pet-server-dcn0')).toBe('BUILD')
    expect(await value(cloud, 'openstack server show -f value -c status pet-server-dcn0')).toBe('ACTIVE')
    expect(await value(cloud, `openstack volume show -f value -c status ${volume}`)).toBe('in-use')
    const refused = await runLine(`openstack volume snapshot create pet-volume-dcn0-snap --volume ${volume}`, cloud)
    expect(refused).toMatchObject({
      exit: 1,
      stderr: `Invalid volume: Volume ${volume} status must be available, but current status is: in-use. (HTTP 400)\n`,
    })
    expect((await runLine('openstack server stop pet-server-dcn0', cloud)).exit).toBe(0)
    const forced = await runLine(
      `openstack volume snapshot create pet-volume-dcn0-snap --volume ${volume} --force`,
      cloud,
    )
    expect(forced.stdout).toMatch(/\| status +\| creating +\|/)
    const server = await value(cloud, 'openstack server show pet-server-dcn0 -f value -c id')
    expect((await runLine(`openstack server start ${server}`, cloud)).exit).toBe(0)
    const made = await runLine(`openstack server image create --name cirros-snapshot ${server}`, cloud)
    expect(made.stdout).toContain("stores='dcn0'")
    expect(await value(cloud, 'openstack image show cirros-snapshot -f value -c id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  describe('A53 a missing prerequisite is named', () => {
    test.each([
      ['--flavor none --image cirros', "No flavor with a name or ID of 'none' exists."],
      ['--flavor tiny --image none', 'No Image found for none'],
      ['--flavor tiny --volume none', "No volume with a name or ID of 'none' exists."],
      ['--flavor tiny --image cirros --network none', 'No Network found for none'],
      ['--flavor tiny --image cirros --security-group none', 'No SecurityGroup found for none'],
    ])('%s', async (options, text) => {
      const { exit, stdout, stderr } = await runLine(`openstack server create ${options} s`, await prepared())
      expect([exit, stdout, stderr]).toEqual([1, '', `${text}\n`])
    })
  })

  test('a name that two volumes share is refused, an id is not', async () => {
    const cloud = new FakeCloud()
    const first = await cloud.volumes.create({ name: 'twin', sizeGib: 1 })
    await cloud.volumes.create({ name: 'twin', sizeGib: 1 })
    expect((await runLine('openstack volume show twin', cloud)).stderr).toBe(
      "More than one volume exists with the name 'twin'.\n",
    )
    expect((await runLine(`openstack volume show ${first.id}`, cloud)).exit).toBe(0)
  })

  test('deleting goes on after a failure, and counts', async () => {
    const cloud = new FakeCloud()
    await cloud.volumes.create({ name: 'here', sizeGib: 1 })
    const { exit, stderr } = await runLine('openstack volume delete gone here', cloud)
    expect(exit).toBe(1)
    expect(stderr.split('\n')).toEqual([
      "Failed to delete volume with name or ID 'gone': No volume with a name or ID of 'gone' exists.",
      '1 of 2 volumes failed to delete.',
      '',
    ])
    expect(await cloud.volumes.list()).toEqual([])
  })

  test('--wait looks every five simulated seconds until the server is up', async () => {
    const cloud = await prepared()
    const { stdout } = await runLine('openstack server create --flavor tiny --image cirros --wait s', cloud)
    expect(cloud.sleeps).toEqual([5000])
    expect(stdout).toMatch(/^\n\+-/)
    expect(stdout).toMatch(/\| status +\| ACTIVE +\|/)
  })

  test('a build that fails is told by --wait, which still ends with 0 as the real client does', async () => {
    const cloud = await prepared()
    cloud.serverEnd = 'ERROR'
    expect(await runLine('openstack server create --flavor tiny --image cirros --wait s', cloud)).toEqual({
      exit: 0,
      stdout: 'Error creating server\n',
      stderr: 'Error creating server: s\n',
    })
  })

  describe('Z06 tables are fitted to a width only when asked', () => {
    const longest = (stdout: string) => Math.max(...stdout.split('\n').map((line) => line.length))
    test('not by default, not without a terminal', async () => {
      const cloud = await prepared()
      const wide = longest((await runLine('openstack image show cirros', cloud, { terminalColumns: 80 })).stdout)
      expect(wide).toBeGreaterThan(200)
      expect(longest((await runLine('openstack image show cirros --fit-width', cloud)).stdout)).toBe(wide)
    })

    test.each([
      ['--fit-width', {}],
      ['--max-width 80', {}],
      ['', { CLIFF_FIT_WIDTH: '1' }],
      ['', { CLIFF_MAX_TERM_WIDTH: '80' }],
    ])('%s %o', async (options, env) => {
      const given = { env, terminalColumns: 80 }
      const { stdout } = await runLine(`openstack image show cirros ${options}`, await prepared(), given)
      expect(longest(stdout)).toBe(80)
    })
  })

  test('times are those of the services: whole seconds once stored', async () => {
    const cloud = await prepared()
    const created = await value(cloud, 'openstack volume create --size 1 v -f value -c created_at')
    expect(created).toBe('2026-11-20T11:00:00.250000')
    expect(await value(cloud, 'openstack volume show v -f value -c created_at')).toBe('2026-11-20T11:00:00.000000')
    expect(await value(cloud, 'openstack image show cirros -f value -c created_at')).toBe('2026-11-20T11:00:00Z')
  })

  test('an unset field is None in tables and null in JSON', async () => {
    const cloud = new FakeCloud()
    await cloud.volumes.create({ name: 'v', sizeGib: 1 })
    expect((await runLine('openstack volume show v', cloud)).stdout).toMatch(/\| description +\| None +\|/)
    expect(JSON.parse(await value(cloud, 'openstack volume show v -f json'))).toMatchObject({
      description: null,
      size: 1,
    })
    expect(await value(cloud, 'openstack volume show v -f json --noindent -c name -c size')).toBe(
      '{"name": "v", "size": 1}',
    )
  })

  test('A50 an unknown zone is refused with the HTTP status of Cinder', async () => {
    const { exit, stderr } = await runLine(
      'openstack volume create --size 1 --availability-zone nowhere v',
      new FakeCloud(),
    )
    expect([exit, stderr]).toEqual([1, "Availability zone 'nowhere' is invalid. (HTTP 400)\n"])
  })

  describe('wrong usage ends with 2', () => {
    test('an unknown command names what is simulated, on one line', async () => {
      const { exit, stderr } = await runLine('openstack stack create x', new FakeCloud())
      expect(exit).toBe(2)
      expect(stderr).toMatch(/^openstack: 'stack create x' is not simulated\. .*volume snapshot create.*\n$/)
    })

    test.each([
      ['openstack image list --nosuch', "unknown option '--nosuch'"],
      ['openstack image list -f xml', "argument 'xml' is invalid"],
      ['openstack server create s', 'the following arguments are required: --flavor'],
      ['openstack server create --flavor f s', 'one of the arguments --image --volume is required'],
      [
        'openstack server create --flavor f --image i --volume v s',
        'argument --volume: not allowed with argument --image',
      ],
      ['openstack image create --disk-format foo x', "argument 'foo' is invalid"],
      ['openstack server create --flavor f --image i --nic port-id=p s', 'simulated are net-id=NETWORK, auto and none'],
    ])('%s', async (line, text) => {
      const { exit, stderr } = await runLine(line, await prepared())
      expect(exit).toBe(2)
      expect(stderr).toContain(text)
    })
  })

  test('help lists every command, and each has its own', async () => {
    const cloud = new FakeCloud()
    const { stdout } = await runLine('openstack --help', cloud)
    const commands = stdout.split('\n').flatMap((line) => /^ {2}(\S.*?) {2,}/.exec(line)?.[1] ?? [])
    expect(commands).toContain('server image create')
    for (const command of commands) {
      const help = await runLine(`openstack ${command} --help`, cloud)
      expect(help.exit).toBe(0)
      expect(help.stdout).toContain(`Usage: openstack ${command}`)
    }
  })
})
