import { createSite } from '#edge/app.ts'
import { MemoryHostDisk } from '#edge/cache/memory-host-disk.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { openCluster } from '../support/test-cluster.ts'
import { siteAgentSuite } from './site-agent.ts'

siteAgentSuite('in process', async ({ site, hub }) => {
  const clock = new SystemClock({ realMs: realNow(), simMs: 0, speed: 1e5 })
  const { rbd, fsid } = await openCluster(site.id)
  const hostDisk = new MemoryHostDisk(clock)
  const under = createSite({ clock, random: new SeededRandom('site'), site, rbd, fsid, hub, hostDisk })
  await under.start()
  return { agent: under.agent, rbd, fsid, stop: () => under.stop() }
})
