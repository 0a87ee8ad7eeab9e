import { entityValue, imageOptions, overridePrefix, poolOptions } from '../engine/config/config-options.ts'
import { configEntries, entriesFor } from '../engine/config/config-queries.ts'
import {
  assertEntity,
  knownOption,
  planRemoveConfig,
  planRemovePoolOption,
  planSetConfig,
  planSetPoolOption,
} from '../engine/config/plan-config.ts'
import { metadataValue } from '../engine/images/plan-metadata.ts'
import { findImage, findPool } from '../engine/lookup.ts'
import type { ConfigEntry, Configuration, RbdOption } from '../port/configuration.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

type Setting = { readonly name: string; readonly value: string }

export class ConfigurationSession implements Configuration {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async set(section: string, { name, value }: Setting, options?: CallOptions): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planSetConfig(runtime.state, { section, name, value }).change)
  }

  async remove(section: string, name: string, options?: CallOptions): Promise<void> {
    this.#context.mayAskMonitor('w', options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planRemoveConfig(runtime.state, section, name).change)
  }

  async dump(options?: CallOptions): Promise<readonly ConfigEntry[]> {
    this.#context.mayAskMonitor('r', options)
    return configEntries(this.#context.runtime.state)
  }

  async get(entity: string, name: string, options?: CallOptions): Promise<string> {
    this.#context.mayAskMonitor('r', options)
    assertEntity(entity)
    knownOption(name)
    return entityValue(this.#context.runtime.state, name, entity)
  }

  async listFor(entity: string, options?: CallOptions): Promise<readonly ConfigEntry[]> {
    this.#context.mayAskMonitor('r', options)
    assertEntity(entity)
    return entriesFor(this.#context.runtime.state, entity)
  }

  async setForPool(pool: string, { name, value }: Setting, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planSetPoolOption(runtime.state, pool, { name, value }).change)
  }

  async getForPool(pool: string, name: string, options?: CallOptions): Promise<string> {
    this.#context.mayRead(pool, options)
    return metadataValue(findPool(this.#context.runtime.state, pool).metadata, overridePrefix + name)
  }

  async removeForPool(pool: string, name: string, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(pool, options)
    const { runtime } = this.#context
    await runtime.changeCluster(() => planRemovePoolOption(runtime.state, pool, name).change)
  }

  async listForPool(poolName: string, options?: CallOptions): Promise<readonly RbdOption[]> {
    this.#context.mayRead(poolName, options)
    const { entity } = this.#context.enter(options)
    const { state } = this.#context.runtime
    return poolOptions(state, { entity, pool: findPool(state, poolName) })
  }

  async listForImage(spec: RbdImageSpec, options?: CallOptions): Promise<readonly RbdOption[]> {
    this.#context.mayRead(spec, options)
    const { entity } = this.#context.enter(options)
    const { state } = this.#context.runtime
    return imageOptions(state, { entity, image: findImage(state, spec) })
  }
}
